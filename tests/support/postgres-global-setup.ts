import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../lib/adapters/db/migrate/migrate';
import { findPostgres, noPostgres } from './find-postgres';
import { createDatabase, dropDatabase } from './postgres-databases';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: ProvidedPostgres;
  }
}

/** A server with a migrated database to copy, or why there is none. */
export type ProvidedPostgres = { readonly url: string; readonly template: string } | { readonly missing: string };

type Found = { readonly provided: ProvidedPostgres; readonly stop: () => Promise<void> };

const found = Symbol.for('enpass-adoption.test-postgres');
const shared: typeof globalThis & { [found]?: Promise<Found> } = globalThis;

/** One server for the whole run, however many projects ask: `TEST_POSTGRES_URL`, else one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[found] ??= find();
  const { provided, stop } = await shared[found];
  project.provide('postgres', provided);
  return async () => {
    if (shared[found] === undefined) return;
    delete shared[found];
    await stop();
  };
}

async function find(): Promise<Found> {
  const server = await findPostgres();
  const none = (missing: string): Found => ({ provided: { missing }, stop: async () => {} });
  if ('missing' in server) return none(server.missing);
  try {
    const template = `adoption_template_${process.pid}`;
    await migrateTemplate(await createDatabase(server.url, template));
    const stop = async () => {
      await dropDatabase(server.url, template);
      await server.stop();
    };
    return { provided: { url: server.url, template }, stop };
  } catch (error) {
    return none(noPostgres(error).missing);
  }
}

async function migrateTemplate(url: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'adoption-template-'));
  await migrate({ url, dataDir });
  rmSync(dataDir, { recursive: true });
}
