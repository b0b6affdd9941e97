import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countFields } from '@/lib/domain/snapshot';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { resolveConnection } from '@/lib/services/connection/parts/resolve-connection';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { backUp } from '@/lib/services/operation/back-up';
import { restoreBackup } from '@/lib/services/operation/restore-backup';
import { verifyHistory } from '@/lib/services/operation/verify-history';
import { importHistory } from '@/lib/services/transfer/import-history';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { asAda, inviteCast, type TestWorld, testWorld } from '../../support/world';

const backupTests = (fresh: () => Promise<TestDatabase>) => {
  let small: TestWorld;
  let elsewhere: TestWorld;
  let file: string;
  beforeEach(async () => {
    const config = { encryptionKeys: ['another encryption key for tests, 32 bytes or more'] };
    [small, elsewhere] = [await testWorld({ fresh }), await testWorld({ fresh, config })];
    file = join(small.database.dataDir, 'all.backup');
    await inviteCast(small);
    await saveConnection(asAda(small), { baseUrl: small.enpass.url, token: small.enpass.token });
    const old = ['2026-11-20', ...countFields.map((_, at) => (at === 4 ? '' : at))].join(',');
    await importHistory(small.as(scheduler), { format: 'csv', text: `${['day', ...countFields]}\n${old}` });
    await refreshSnapshot(small.as(scheduler), { trigger: 'scheduled' });
  });
  afterEach(async () => {
    await Promise.all([small.end(), elsewhere.end()]);
  });

  const snapshots = ({ world }: TestWorld) =>
    world.store.snapshots.between('first', { from: '0001-01-01', to: '9999-12-31' });

  test('restores elsewhere as it was, and what is there is whole', async () => {
    expect(await backUp(small.as(scheduler), { file })).toMatchObject({
      ok: true,
      value: { rows: { Snapshot: 2, User: 4 } },
    });
    const restored = await restoreBackup(elsewhere.as(scheduler), { file });
    expect(restored).toMatchObject({ ok: true, value: { madeAt: '2026-11-23T09:00:00.000Z', rows: { Reading: 2 } } });
    expect(await snapshots(elsewhere)).toEqual(await snapshots(small));
    expect(await verifyHistory(elsewhere.as(scheduler), {})).toMatchObject({
      value: { ok: true, checked: { readings: 2, snapshots: 2 }, broken: [] },
    });
    const [entry] = await elsewhere.world.store.audit.page('first', { limit: 1, beforeSeq: null });
    expect(entry).toMatchObject({ action: 'backup-restored', detail: { madeAt: '2026-11-23T09:00:00.000Z' } });
  });

  test('brings the Enpass token along only with its keys', async () => {
    await backUp(small.as(scheduler), { file });
    expect(await restoreBackup(elsewhere.as(scheduler), { file })).toMatchObject({
      value: { tokens: { resealed: 0, unknown: ['first'] } },
    });
    expect(await resolveConnection(asAda(elsewhere))).toBeNull();
    await backUp(small.as(scheduler), { file, withKeys: true });
    expect(await restoreBackup(elsewhere.as(scheduler), { file, force: true })).toMatchObject({
      value: { tokens: { resealed: 1, unknown: [] } },
    });
    expect(await resolveConnection(asAda(elsewhere))).toMatchObject({ target: { token: small.enpass.token } });
  });

  test('does not replace a database in use unless forced', async () => {
    await backUp(small.as(scheduler), { file });
    const before = await snapshots(small);
    expect(await restoreBackup(small.as(scheduler), { file })).toEqual({
      ok: false,
      failure: { kind: 'in-use', users: 4, readings: 2 },
    });
    expect(await snapshots(small)).toEqual(before);
    expect(await restoreBackup(small.as(scheduler), { file, force: true })).toMatchObject({ ok: true });
  });

  test('is for admins and the command line', async () => {
    for (const service of [backUp, restoreBackup]) {
      expect(await service(small.as(signedIn(cast.olga)), { file })).toMatchObject({
        failure: { kind: 'not-allowed' },
      });
    }
    expect(existsSync(file)).toBe(false);
  });
};

describe('a backup', () => onEachDatabase(backupTests));
