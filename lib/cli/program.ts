import { Command } from 'commander';
import { commandLine } from '@/lib/process';
import { auditCommands } from './audit';
import { backupCommands } from './backup';
import { exportCommand } from './export';
import { importCommand } from './import';
import { refreshCommand } from './refresh';
import { rotateKeyCommand } from './rotate-key';
import { tokenCommands } from './token';
import { userCommands } from './user';
import { verifyCommands } from './verify';

/** The administration tool: every command with its help. Exit codes: 0 done, 1 failed, 2 usage. */
export function createProgram(): Command {
  const program = new Command('cli')
    .description('Administer the adoption history: people, tokens, snapshots, backups.')
    .usage(`<verb> [options]   (${commandLine('<verb> [options]')})`)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  for (const add of [
    userCommands,
    tokenCommands,
    refreshCommand,
    importCommand,
    exportCommand,
    backupCommands,
    verifyCommands,
    auditCommands,
    rotateKeyCommand,
  ])
    add(program);
  return program;
}
