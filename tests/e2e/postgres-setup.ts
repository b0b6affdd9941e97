import type { FullConfig } from '@playwright/test';
import { findPostgres } from '../support/find-postgres';

/** One PostgreSQL for all stories that want one; their workers find it where a person would name it. */
export default async function setup({ projects }: FullConfig): Promise<(() => Promise<void>) | undefined> {
  if (!projects.some(({ name }) => name === 'postgresql')) return undefined;
  const server = await findPostgres();
  if ('missing' in server) return undefined;
  process.env.TEST_POSTGRES_URL = server.url;
  return server.stop;
}
