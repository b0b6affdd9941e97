import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { entriesIn } from '../../../scripts/parts/release/entries.mjs';
import { type BareMachine, bareMachine } from '../../support/bare-machine';

export type Unpacked = {
  readonly machine: BareMachine;
  /** Where it was unpacked. */
  readonly folder: string;
  /** Every file and link of it, from there, with its size. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  end(): void;
};

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const called = `${name}-${version}`;

/** Makes the release as `npm run release` does, checks it as whoever downloads it would, and unpacks it on a bare machine. */
export function unpackRelease(): Unpacked {
  must(process.execPath, ['scripts/release.mjs'], '.');
  must('sha256sum', ['--check', '--strict', `${called}.tar.gz.sha256`], 'release');
  const place = mkdtempSync(join(tmpdir(), 'adoption-release-'));
  chmodSync(place, 0o755);
  // As root `tar` gives files to whom the archive names: nobody else than root.
  must('tar', ['-xzf', resolve('release', `${called}.tar.gz`), '-C', place], '.');
  const folder = join(place, called);
  const end = () => rmSync(place, { recursive: true, force: true });
  return { machine: bareMachine(place), folder, files: filesOf(folder), end };
}

const filesOf = (folder: string) =>
  entriesIn(folder)
    .filter(({ entry }) => !entry.isDirectory())
    .map(({ name }) => ({ name, bytes: lstatSync(join(folder, name)).size }));

function must(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}
