import { CommanderError } from 'commander';
import { createProgram } from './program';
import { enterProject } from './working-directory';

// What a command prints is its answer: the application's log lines would stand in the middle of it.
process.env.LOG_LEVEL = 'silent';
enterProject();

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has told its own errors already. Others are refusals to start, in plain words. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? error.message : 'Unknown fault'}\n`);
  return 1;
}
