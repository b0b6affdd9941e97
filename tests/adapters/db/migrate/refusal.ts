import { expect } from 'vitest';
import { DatabaseRefusal } from '@/lib/adapters/db/drivers/errors';

/** The words with which a start was refused. */
export const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(() => new Error('it was not refused')).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseRefusal);
  return error instanceof Error ? error.message : '';
};
