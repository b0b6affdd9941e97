import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../demo/temporary-environment.mjs';
import { inProject, say } from '../../scripts/parts/project.mjs';
import { linkTree } from './link-tree';
import { holdsAll, type Lock } from './lock-files';

export type Checkout = { readonly name: string; readonly root: string };

/** This folder as it stands. */
export const thisCheckout = (): Checkout => ({
  name: git('describe', '--always', '--dirty', '--exclude=*'),
  root: inProject(),
});

/** Another commit in a folder of its own, which goes when this process ends. */
export function checkOut(ref: string): Checkout {
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  const root = temporaryFolder();
  // A clone, not a worktree: a run that is killed leaves nothing behind in this repository.
  git('clone', '--quiet', '--shared', '--no-checkout', inProject(), root);
  git('-C', root, 'checkout', '--quiet', '--detach', commit);
  bringPackages(root);
  return { name: git('rev-parse', '--short', commit), root };
}

/** Its lock file decides. */
function bringPackages(root: string): void {
  if (holdsAll(lockIn(inProject()), lockIn(root))) {
    say('Its packages are among those of this commit: linking node_modules.');
    linkTree(inProject('node_modules'), join(root, 'node_modules'));
  } else {
    // Its first command does that by itself.
    say('Its lock file asks for other packages than this commit: its own `npm ci` installs them.');
  }
}

const lockIn = (root: string): Lock => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const git = (...args: string[]): string => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' }).trim();
