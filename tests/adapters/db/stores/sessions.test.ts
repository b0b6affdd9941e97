import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { after, anOrganisation, aPerson, hourMs, noon } from '../rows';

onEachDatabase((fresh) => {
  let db: TestDatabase;
  let acme: string;
  let ada: string;
  beforeAll(async () => {
    db = await fresh();
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    acme = await anOrganisation(db.store);
    ada = await aPerson(db.store, acme);
  });

  const aSession = async (userId = ada) => {
    const session = { id: randomUUID(), userId, createdAt: noon, lastSeenAt: noon, userAgent: 'Firefox' };
    await db.store.sessions.create({ ...session, expiresAt: after(hourMs) });
    return session.id;
  };

  const aToken = async (over: { expiresAt?: Date | null; userId?: string } = {}) => {
    const id = randomUUID();
    const token = { id, userId: ada, name: 'CI', last4: 'abcd', scope: 'refresh' as const, hash: `hash-${id}` };
    await db.store.tokens.create(acme, { ...token, createdAt: noon, expiresAt: after(hourMs), ...over });
    return token;
  };

  const holder = () => ({
    id: ada,
    name: 'Ada',
    email: `${ada}@example.com`,
    role: 'admin',
    organisation: { id: acme, name: 'Acme', timeZone: 'Europe/Berlin', captureTime: '06:00' },
  });

  const edition = expect.any(String);

  test('a live session names its owner with the role of this moment', async () => {
    const id = await aSession();
    expect(await db.store.sessions.holder(id, noon)).toEqual({ ...holder(), lastSeenAt: noon, edition });
    await db.store.people.setRole(acme, ada, 'viewer');
    await db.store.sessions.seen(id, after(5));
    expect(await db.store.sessions.holder(id, noon)).toEqual({
      ...holder(),
      role: 'viewer',
      lastSeenAt: after(5),
      edition,
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
    expect(await db.store.runs.byId(acme, 'a\0b')).toBeNull();
  });

  test('only the owner ends a session, and only once', async () => {
    const max = await aPerson(db.store, acme);
    const id = await aSession();
    expect(await db.store.sessions.end(max, id, noon)).toBe(false);
    expect(await db.store.sessions.end(ada, id, noon)).toBe(true);
    expect(await db.store.sessions.end(ada, id, noon)).toBe(false);
  });

  test('ending all sessions spares the one excepted and other people’s', async () => {
    const max = await aPerson(db.store, acme);
    const [kept, other] = [await aSession(), await aSession(max)];
    await aSession();
    await aSession();
    expect(await db.store.sessions.endAll(ada, noon, kept)).toBe(2);
    expect((await db.store.sessions.live(ada, noon)).map((session) => session.id)).toEqual([kept]);
    expect(await db.store.sessions.holder(other, noon)).not.toBeNull();
    expect(await db.store.sessions.endAll(ada, noon)).toBe(1);
  });

  test('a live token names its owner, its scope and its last use', async () => {
    const { id, hash } = await aToken();
    const token = { tokenId: id, scope: 'refresh', lastUsedAt: null };
    expect(await db.store.tokens.holder(hash, noon)).toEqual({ ...holder(), ...token });
    await db.store.tokens.used(id, after(7));
    expect((await db.store.tokens.holder(hash, noon))?.lastUsedAt).toEqual(after(7));
  });

  test('a token without an end never expires; one with an end does', async () => {
    const [forever, hour] = [await aToken({ expiresAt: null }), await aToken()];
    expect(await db.store.tokens.holder(forever.hash, after(999 * hourMs))).not.toBeNull();
    expect(await db.store.tokens.holder(hour.hash, after(hourMs))).toBeNull();
  });

  test('a revoked token is dead at once, and can be revoked once, by its own organisation', async () => {
    const { id, hash } = await aToken();
    expect(await db.store.tokens.revoke(await anOrganisation(db.store, 'Other'), id, noon)).toBe(false);
    expect(await db.store.tokens.revoke(acme, id, noon)).toBe(true);
    expect(await db.store.tokens.revoke(acme, id, noon)).toBe(false);
    expect(await db.store.tokens.holder(hash, noon)).toBeNull();
    expect(await db.store.tokens.of(acme, ada)).toMatchObject([{ id, revokedAt: noon }]);
  });

  test('a token of somebody disabled holds nobody, and the list of all names owners but no hash', async () => {
    const { id, hash } = await aToken();
    await db.store.people.setStatus(ada, 'disabled');
    expect(await db.store.tokens.holder(hash, noon)).toBeNull();
    const [listed] = await db.store.tokens.all(acme);
    expect(listed).toEqual({
      id,
      userId: ada,
      name: 'CI',
      last4: 'abcd',
      scope: 'refresh',
      createdAt: noon,
      lastUsedAt: null,
      expiresAt: after(hourMs),
      revokedAt: null,
      ownerName: 'Ada',
      ownerEmail: `${ada}@example.com`,
    });
  });

  const aLink = async (kind: 'invitation' | 'password-reset', userId = ada) => {
    const link = { id: randomUUID(), kind, userId, expiresAt: after(hourMs) };
    const hash = `hash-${link.id}`;
    await db.store.links.create({ ...link, hash, createdById: null, createdAt: noon });
    return { link, hash };
  };

  test('a link is found until it is used, by one of all who try at once', async () => {
    const { link, hash } = await aLink('invitation');
    expect(await db.store.links.find('invitation', hash, noon)).toEqual(link);
    expect(await db.store.links.find('password-reset', hash, noon)).toBeNull();
    expect(await db.store.links.find('invitation', hash, after(hourMs))).toBeNull();
    const uses = await Promise.all(Array.from({ length: 8 }, () => db.store.links.use(link.id, noon)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await db.store.links.find('invitation', hash, noon)).toBeNull();
  });

  test('retiring ends the open links of that kind and person only', async () => {
    const max = await aPerson(db.store, acme);
    const [old, other, invitation] = [
      await aLink('password-reset'),
      await aLink('password-reset', max),
      await aLink('invitation'),
    ];
    await db.store.links.retire('password-reset', ada, noon);
    expect(await db.store.links.find('password-reset', old.hash, noon)).toBeNull();
    expect(await db.store.links.find('password-reset', other.hash, noon)).not.toBeNull();
    expect(await db.store.links.find('invitation', invitation.hash, noon)).not.toBeNull();
  });
});
