import { Command } from 'commander';
import { backupVerbs } from './backup';
import { exportVerb } from './export';
import { importVerb } from './import';
import { refreshVerb } from './refresh';
import { rotateKeyVerb } from './rotate-key';
import { tokenVerbs } from './token';
import { userVerbs } from './user';

/** The administration tool: every verb with its help. Exit codes: 0 done, 1 failed, 2 usage. */
export function createProgram(): Command {
  const program = new Command('cli')
    .description('Administer the adoption history: people, tokens, snapshots, backups.')
    .usage('<verb> [options]   (npm run cli -- <verb> [options])')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  for (const add of [userVerbs, tokenVerbs, refreshVerb, importVerb, exportVerb, backupVerbs, rotateKeyVerb])
    add(program);
  return program;
}
