import { beforeEach } from 'vitest';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { databasePerFile, onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { anOrganisation } from './rows';

/** Runs the same tests on SQLite and on PostgreSQL: in one database each, and for each test in an organisation of its own, `acme`. */
export function describeStore(tests: (db: TestDatabase & { readonly acme: string }, kind: Dialect) => void): void {
  onEachDatabase((fresh, kind) => {
    const db = Object.assign(databasePerFile(fresh), { acme: '' });
    beforeEach(async () => {
      db.acme = await anOrganisation(db.store);
    });
    tests(db, kind);
  });
}
