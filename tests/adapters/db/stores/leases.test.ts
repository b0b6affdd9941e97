import { expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, noon } from '../rows';

describeStore((db) => {
  const take = (runId: string, now = noon) =>
    db.store.leases.take(db.acme, { runId, now, expiresAt: new Date(now.getTime() + 60_000) });

  test('a free lease is taken once', async () => {
    expect(await take('a')).toEqual({ fence: 1, expired: null });
    expect(await take('b')).toBeNull();
    expect(await db.store.leases.current(db.acme)).toEqual({ runId: 'a', fence: 1, expiresAt: after(60_000) });
  });

  test('of thirty who want it at once one gets it', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => take(`run-${index}`)));
    expect(answers.filter((answer) => answer !== null)).toEqual([{ fence: 1, expired: null }]);
  });

  test('an expired lease names the dead run it is taken from', async () => {
    await take('dead');
    expect(await take('b', after(59_999))).toBeNull();
    expect(await take('b', after(60_000))).toEqual({ fence: 2, expired: 'dead' });
  });

  test('a run that lost its lease does not hold it and cannot release it', async () => {
    await take('dead');
    await take('b', after(60_000));
    expect(await db.store.leases.holds(db.acme, { runId: 'dead', fence: 1 })).toBe(false);
    await db.store.leases.release(db.acme, { runId: 'dead', fence: 1 });
    expect(await db.store.leases.holds(db.acme, { runId: 'b', fence: 2 })).toBe(true);
    expect(await take('c', after(61_000))).toBeNull();
  });

  test('a released lease is free, is nobody’s, and the fence goes on counting', async () => {
    await take('a');
    await db.store.leases.release(db.acme, { runId: 'a', fence: 1 });
    expect(await db.store.leases.current(db.acme)).toBeNull();
    expect(await take('b')).toEqual({ fence: 2, expired: null });
  });

  test('whoever holds it inside a transaction keeps it until the transaction ends', async () => {
    await take('a');
    let taken: ReturnType<typeof take> | undefined;
    await db.store.atomically(async (store) => {
      expect(await store.leases.holds(db.acme, { runId: 'a', fence: 1 })).toBe(true);
      taken = take('b', after(60_000));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await store.leases.holds(db.acme, { runId: 'a', fence: 1 })).toBe(true);
    });
    expect(await taken).toEqual({ fence: 2, expired: 'a' });
  });
});
