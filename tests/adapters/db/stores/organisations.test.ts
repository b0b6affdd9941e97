import { expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { anOrganisation, noon } from '../rows';

describeStore((db) => {
  test('an organisation is created once and changed by its id', async () => {
    const id = await anOrganisation(db.store);
    const again = { id, name: 'B', timeZone: 'UTC', captureTime: '07:00', createdAt: noon } as const;
    expect(await db.store.organisations.create(again)).toBe(false);
    await db.store.organisations.update(id, { name: 'Acme Ltd' });
    const acme = { id, name: 'Acme Ltd', timeZone: 'Europe/Berlin', captureTime: '06:00' };
    expect(await db.store.organisations.byId(id)).toEqual(acme);
    expect(await db.store.organisations.byId('nobody')).toBeNull();
  });

  test('a setting is what was set last, and each organisation’s own', async () => {
    const other = await anOrganisation(db.store, 'Other');
    await Promise.all(Array.from({ length: 5 }, () => db.store.settings.set(db.acme, 'price', '3')));
    await db.store.settings.set(db.acme, 'price', '4');
    expect(await db.store.settings.get(db.acme, 'price')).toBe('4');
    expect(await db.store.settings.get(other, 'price')).toBeNull();
  });

  test('a connection is what was saved last', async () => {
    const connection = {
      baseUrl: 'https://enpass.example/',
      token: { sealed: 'sealed', keyId: 'k1' },
      tokenLast4: 'wxyz',
      tokenExpiresOn: '2027-01-31',
      savedAt: noon,
      savedByName: 'Ada',
    } as const;
    expect(await db.store.connections.of(db.acme)).toBeNull();
    await db.store.connections.save(db.acme, { ...connection, tokenExpiresOn: null });
    await db.store.connections.save(db.acme, connection);
    expect(await db.store.connections.of(db.acme)).toEqual(connection);
  });
});
