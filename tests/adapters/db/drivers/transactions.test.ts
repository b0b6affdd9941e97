import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { startChild } from '@/tests/support/child';
import { freshSqlite } from '@/tests/support/databases';
import { describeStore } from '../describe-store';
import { anOrganisation } from '../rows';

describeStore((db) => {
  test('what a transaction wrote lands together, the nested part too', async () => {
    const answer = await db.store.atomically(async (store) => {
      await store.settings.set(db.acme, 'a', '1');
      await store.atomically((inner) => inner.settings.set(db.acme, 'b', '2'));
      return 42;
    });
    expect(answer).toBe(42);
    expect([await db.store.settings.get(db.acme, 'a'), await db.store.settings.get(db.acme, 'b')]).toEqual(['1', '2']);
  });

  test('what a failed transaction wrote is gone, the nested part too', async () => {
    const failing = db.store.atomically(async (store) => {
      await store.atomically((inner) => inner.settings.set(db.acme, 'a', '1'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.store.settings.get(db.acme, 'a')).toBeNull();
  });

  test('what others write beside a transaction survives its end, and nobody sees it half done', async () => {
    let beside: Promise<void> | undefined;
    const failing = db.store.atomically(async (store) => {
      await store.settings.set(db.acme, 'inside', '1');
      beside = db.store.settings.set(db.acme, 'beside', '2');
      await sleep(50);
      expect(await db.store.settings.get(db.acme, 'inside')).toBeNull();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await beside;
    expect(await db.store.settings.get(db.acme, 'beside')).toBe('2');
    expect(await db.store.settings.get(db.acme, 'inside')).toBeNull();
  });

  test('forty writes and twenty transactions at once all land', async () => {
    await Promise.all([
      ...Array.from({ length: 40 }, (_, index) => db.store.settings.set(db.acme, `w${index}`, 'x')),
      ...Array.from({ length: 20 }, (_, index) =>
        db.store.atomically((store) => store.settings.set(db.acme, `t${index}`, 'x')),
      ),
    ]);
    expect(await db.prisma.setting.count({ where: { organisationId: db.acme } })).toBe(60);
  });
});

describe('on SQLite, while another process holds the lock for three seconds', () => {
  test('writes and transactions are only slower, and reads are not', async () => {
    const db = await freshSqlite();
    const acme = await anOrganisation(db.store);
    const other = startChild('tests/adapters/db/children/hold-lock.ts', fileOf(db.url), '3000');
    await other.ready;
    const begun = performance.now();
    const writes = Promise.all([
      db.store.settings.set(acme, 'plain', '1'),
      db.store.atomically((store) => store.settings.set(acme, 'together', '2')),
    ]);
    expect(await db.store.settings.get(acme, 'plain')).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1_000);
    await writes;
    expect(performance.now() - begun).toBeGreaterThan(2_000);
    expect(await db.store.settings.get(acme, 'together')).toBe('2');
    await other.output;
    await db.drop();
  });
});
