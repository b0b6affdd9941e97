import { type PostgresServer, startPostgres } from './postgres-server';

/** The server of `TEST_POSTGRES_URL`, else one of our own; why there is none is said loudly, and CI does not get away with it. */
export async function findPostgres(): Promise<Pick<PostgresServer, 'url' | 'stop'> | { readonly missing: string }> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given !== undefined) return { url: given, stop: async () => {} };
  try {
    return await startPostgres();
  } catch (error) {
    return noPostgres(error);
  }
}

export function noPostgres(error: unknown): { readonly missing: string } {
  const missing = error instanceof Error ? error.message : String(error);
  if (process.env.CI === 'true') throw new Error(`No PostgreSQL for the tests, and CI must have one: ${missing}`);
  console.warn(`\n*** No PostgreSQL for the tests: its half is SKIPPED. Set TEST_POSTGRES_URL. (${missing}) ***\n`);
  return { missing };
}
