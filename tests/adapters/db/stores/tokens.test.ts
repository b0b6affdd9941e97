import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, anOrganisation, aPerson, holderOf, hourMs, noon } from '../rows';

describeStore((db) => {
  let ada: string;
  beforeEach(async () => {
    ada = await aPerson(db.store, db.acme);
  });

  const aToken = async (over: { expiresAt?: Date | null; userId?: string } = {}) => {
    const id = randomUUID();
    const token = { id, userId: ada, name: 'CI', last4: 'abcd', scope: 'refresh' as const, hash: `hash-${id}` };
    await db.store.tokens.create(db.acme, { ...token, createdAt: noon, expiresAt: after(hourMs), ...over });
    return token;
  };

  test('a live token names its owner, its scope and its last use', async () => {
    const { id, hash } = await aToken();
    const token = { tokenId: id, scope: 'refresh', lastUsedAt: null };
    expect(await db.store.tokens.holder(hash, noon)).toEqual({ ...holderOf(db.acme, ada), ...token, isLinked: false });
    await db.store.tokens.used(id, { at: after(7), network: '192.0.2.7' });
    expect((await db.store.tokens.holder(hash, noon))?.lastUsedAt).toEqual(after(7));
    expect(await db.store.tokens.of(db.acme, ada)).toMatchObject([{ lastUsedAt: after(7), lastNetwork: '192.0.2.7' }]);
  });

  test('a token without an end never expires; one with an end does', async () => {
    const [forever, hour] = [await aToken({ expiresAt: null }), await aToken()];
    expect(await db.store.tokens.holder(forever.hash, after(999 * hourMs))).not.toBeNull();
    expect(await db.store.tokens.holder(hour.hash, after(hourMs))).toBeNull();
  });

  test('a revoked token is dead at once, and can be revoked once, by its own organisation', async () => {
    const { id, hash } = await aToken();
    expect(await db.store.tokens.revoke(await anOrganisation(db.store, 'Other'), id, noon)).toBe(false);
    expect(await db.store.tokens.revoke(db.acme, id, noon)).toBe(true);
    expect(await db.store.tokens.revoke(db.acme, id, noon)).toBe(false);
    expect(await db.store.tokens.holder(hash, noon)).toBeNull();
    expect(await db.store.tokens.of(db.acme, ada)).toMatchObject([{ id, revokedAt: noon }]);
  });

  test('a token of somebody disabled holds nobody, and the list of all names owners but no hash', async () => {
    const { id, hash } = await aToken();
    await db.store.people.setStatus(ada, 'disabled');
    expect(await db.store.tokens.holder(hash, noon)).toBeNull();
    const [listed] = await db.store.tokens.all(db.acme);
    expect(listed).toEqual({
      id,
      userId: ada,
      name: 'CI',
      last4: 'abcd',
      scope: 'refresh',
      createdAt: noon,
      lastUsedAt: null,
      lastNetwork: null,
      expiresAt: after(hourMs),
      revokedAt: null,
      ownerName: 'Ada',
      ownerEmail: `${ada}@example.com`,
    });
  });
});
