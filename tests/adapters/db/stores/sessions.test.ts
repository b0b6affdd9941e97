import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, aPerson, holderOf, hourMs, noon } from '../rows';

describeStore((db) => {
  let ada: string;
  beforeEach(async () => {
    ada = await aPerson(db.store, db.acme);
  });

  const aSession = async (userId = ada) => {
    const session = { id: randomUUID(), userId, createdAt: noon, lastSeenAt: noon, userAgent: 'Firefox' };
    await db.store.sessions.create({ ...session, expiresAt: after(hourMs) });
    return session.id;
  };

  const historyVersion = expect.any(String);

  test('a live session names its owner with the role of this moment', async () => {
    const id = await aSession();
    expect(await db.store.sessions.holder(id, noon)).toEqual({
      ...holderOf(db.acme, ada),
      createdAt: noon,
      lastSeenAt: noon,
      signedInBy: 'password',
      confirmedAt: null,
      historyVersion,
    });
    await db.store.people.setRole(db.acme, ada, 'viewer');
    await db.store.sessions.seen(id, after(5));
    expect(await db.store.sessions.holder(id, noon)).toEqual({
      ...holderOf(db.acme, ada),
      role: 'viewer',
      createdAt: noon,
      lastSeenAt: after(5),
      signedInBy: 'password',
      confirmedAt: null,
      historyVersion,
    });
  });

  test('a session that expired, was ended, or whose owner is not active holds nobody', async () => {
    const [expiring, ended, orphan] = [await aSession(), await aSession(), await aSession()];
    expect(await db.store.sessions.holder(expiring, after(hourMs))).toBeNull();
    expect(await db.store.sessions.end(ada, ended, noon)).toBe(true);
    expect(await db.store.sessions.holder(ended, noon)).toBeNull();
    await db.store.people.setStatus(ada, 'disabled');
    expect(await db.store.sessions.holder(orphan, noon)).toBeNull();
    expect(await db.store.sessions.holder('unknown', noon)).toBeNull();
  });

  test('an id no database could hold is nobody’s, not an error', async () => {
    expect(await db.store.sessions.holder('\0', noon)).toBeNull();
    expect(await db.store.tokens.holder('ea_\0', noon)).toBeNull();
    expect(await db.store.links.find('invitation', '\0', noon)).toBeNull();
    expect(await db.store.people.credentials('ada\0@example.com')).toBeNull();
    expect(await db.store.runs.byId(db.acme, 'a\0b')).toBeNull();
  });

  test('where a session came from is kept, and told with it', async () => {
    const from = { network: '192.0.2.7', signedInBy: 'passkey' } as const;
    const session = { id: randomUUID(), userId: ada, createdAt: noon, lastSeenAt: noon, userAgent: 'Firefox', ...from };
    await db.store.sessions.create({ ...session, expiresAt: after(hourMs) });
    expect(await db.store.sessions.live(ada, noon)).toEqual([{ ...session, expiresAt: after(hourMs) }]);
  });

  test('a session that another takes the place of ends whoever owns it, once', async () => {
    const id = await aSession();
    expect(await db.store.sessions.replace(id, noon)).toEqual({ userId: ada });
    expect(await db.store.sessions.replace(id, noon)).toBeNull();
    expect(await db.store.sessions.holder(id, noon)).toBeNull();
    expect(await db.store.sessions.replace('unknown', noon)).toBeNull();
  });

  test('only the owner ends a session, and only once', async () => {
    const max = await aPerson(db.store, db.acme);
    const id = await aSession();
    expect(await db.store.sessions.end(max, id, noon)).toBe(false);
    expect(await db.store.sessions.end(ada, id, noon)).toBe(true);
    expect(await db.store.sessions.end(ada, id, noon)).toBe(false);
  });

  test('ending all sessions spares the one excepted and other people’s', async () => {
    const max = await aPerson(db.store, db.acme);
    const [kept, other] = [await aSession(), await aSession(max)];
    await aSession();
    await aSession();
    expect(await db.store.sessions.endAll(ada, noon, kept)).toBe(2);
    expect((await db.store.sessions.live(ada, noon)).map((session) => session.id)).toEqual([kept]);
    expect(await db.store.sessions.holder(other, noon)).not.toBeNull();
    expect(await db.store.sessions.endAll(ada, noon)).toBe(1);
  });
});
