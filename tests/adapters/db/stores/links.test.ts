import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, aPerson, hourMs, noon } from '../rows';

describeStore((db) => {
  let ada: string;
  beforeEach(async () => {
    ada = await aPerson(db.store, db.acme);
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
    const max = await aPerson(db.store, db.acme);
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
