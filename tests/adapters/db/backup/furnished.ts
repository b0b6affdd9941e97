import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import type { ParseBody } from '@/lib/adapters/db/backup/verifier';
import type { Store } from '@/lib/adapters/db/stores/store';
import { databasePerFile, type TestDatabase } from '@/tests/support/databases';
import { after, anOrganisation, aPerson, aReading, counts, hourMs, noon } from '../rows';

/** For all tests of a file: a database with something in every table, and a backup of it. */
export function furnishedWithBackup(fresh: () => Promise<TestDatabase>) {
  const db = Object.assign(databasePerFile(fresh), { acme: '', file: '' });
  beforeAll(async () => {
    db.acme = await furnished(db.store);
    db.file = join(db.dataDir, 'backup.gz');
    await backup({ url: db.url, file: db.file, now: noon });
  });
  return db;
}

/** What a backup holds, line by line. */
export const plain = (file: string): string => gunzipSync(readFileSync(file)).toString();

export const parse: ParseBody = (body) => JSON.parse(body);

export async function furnished(store: Store): Promise<string> {
  const acme = await anOrganisation(store, 'Acme “Ünïcode” 😀');
  const [ada, max] = [await aPerson(store, acme), await aPerson(store, acme, { role: 'ops', passwordHash: null })];
  const token = {
    id: 't1',
    userId: ada,
    name: 'CI',
    last4: 'abcd',
    scope: 'read',
    hash: 'h',
    createdAt: noon,
  } as const;
  await store.tokens.create(acme, { ...token, expiresAt: null });
  await store.totps.begin(ada, { sealed: 'sealed', keyId: 'k' }, noon);
  await store.totps.confirm(ada, { sealed: 'sealed', keyId: 'k' }, { step: 59_000_000, at: noon });
  await store.recoveryCodes.replace(ada, ['h1', 'h2'], noon);
  await store.recoveryCodes.use(ada, 'h1', after(1));
  const passkey = { id: 'p1', userId: ada, credentialId: 'c1', publicKey: 'p', counter: 0, transports: 'internal' };
  await store.passkeys.add({ ...passkey, name: 'Töne 😀', createdAt: noon });
  const connection = { baseUrl: 'https://e.example', token: { sealed: 's', keyId: 'k' }, tokenLast4: 'wxyz' };
  await store.connections.save(acme, { ...connection, tokenExpiresOn: null, savedAt: noon, savedByName: 'Ada' });
  const numbers = { ...counts(5), using_enpass: null };
  const [readingId = ''] = await store.readings.record(acme, [
    aReading('2026-11-20', { counts: numbers, source: 'imported' }),
    aReading('2026-11-21'),
    aReading('2026-11-21', { counts: counts(300), takenAt: after(7), runId: 'r1' }),
  ]);
  await store.runs.begin(acme, { id: 'r1', trigger: 'cli', startedByName: 'cli', startedAt: noon, day: '2026-11-21' });
  await store.runs.finish('r1', { finishedAt: after(9), attempts: 1, readingId, day: '2026-11-21' });
  const cameBack = { status: 200, bytes: 612, sha256: 'ab', failure: null };
  const failed = {
    status: null,
    bytes: null,
    sha256: null,
    failure: { kind: 'unreachable', detail: 'E', status: null },
  } as const;
  await store.attempts.record('r1', [
    { number: 1, startedAt: noon, finishedAt: after(4), ...failed },
    { number: 2, startedAt: after(5), finishedAt: after(9), ...cameBack },
  ]);
  await store.settings.set(acme, 'price', '3');
  await insights(store, acme);
  for (const action of ['signed-in', 'history-imported'] as const) {
    const entry = {
      organisationId: action === 'history-imported' ? acme : null,
      at: noon,
      actorId: ada,
      actorName: 'Ada',
    };
    await store.audit.append({ ...entry, action, target: null, detail: { n: 1 }, network: null });
  }
  await store.sessions.create({
    id: 's1',
    userId: max,
    createdAt: noon,
    lastSeenAt: noon,
    expiresAt: after(hourMs),
    userAgent: '',
  });
  return acme;
}

/** Reviews with two revisions, a target that was changed, an annotation: with text and numbers that a file could bend. */
async function insights(store: Store, acme: string): Promise<void> {
  const answers = { happened: '😀\r\n\u2028=1+1', why: '', next: '"' };
  const by = { changedByName: 'Max', changedById: 'max', changedAt: noon };
  await store.reviews.save(acme, { ...answers, ...by, week: '2026-W47', version: 0, completed: false });
  const signed = { week: '2026-W47', completedAt: noon, completedByName: 'Max', completedByRole: 'manager' } as const;
  for (const at of [1, 2]) await store.revisions.append(acme, { ...signed, completedAt: after(at), document: String });
  const days = { dueDay: '2026-12-31', setOn: '2026-11-21' } as const;
  const target = { id: 'g1', metric: 'adoption', value: 0.1 + 0.2, direction: 'up', startValue: null } as const;
  await store.targets.create(acme, { ...target, ...days, setByName: 'Max' }, { at: noon, byName: 'Max' });
  await store.targets.change(acme, 'g1', {
    value: 1 / 3,
    direction: 'up',
    dueDay: '2027-01-31',
    at: noon,
    byName: 'Ada',
  });
  const forecast = { metric: 'adoption', forDay: '2026-12-19', low: 0.1 + 0.2, middle: 1 / 3, high: 0.4 } as const;
  await store.forecasts.record(acme, '2026-11-21', [forecast]);
  const annotation = { id: 'a1', from: '2026-11-20', to: '2026-11-21', title: 'Töne', kind: 'other' } as const;
  await store.annotations.create(acme, { ...annotation, createdByName: 'Max', createdAt: noon });
  const view = { id: 'v1', ownerId: '', name: 'Für alle', nameKey: 'für alle', address: 'metric=adoption' };
  await store.views.create(acme, { ...view, savedByName: 'Max', savedAt: noon }, 50);
}

/** Where and in whose name a test restores. */
export const into = (database: TestDatabase) => ({
  database,
  url: database.url,
  keepIn: database.dataDir,
  by: { at: noon, actorName: 'cli' },
});
