import { isDatabaseAway } from '@/lib/services/parts/database-away';

/** Ends the process before anybody was answered, in plain words. */
export function refuseToStart(error: unknown): never {
  process.stderr.write(`\nThe application did not start.\n${wordsOf(error)}\n\n`);
  process.exit(1);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown fault.';
  if (isDatabaseAway(error)) return `The database cannot be used now: ${error.message}.`;
  // Prisma tells first, over several lines, what was called, and last what is wrong.
  if (error.name.startsWith('PrismaClient'))
    return `The database is not as this version needs it: ${lastLine(error.message)}`;
  return error.message;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
