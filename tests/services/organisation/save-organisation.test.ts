import { expect, test } from 'vitest';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { organisationName } from '@/lib/services/organisation/parts/organisation-fields';
import { saveOrganisation } from '@/lib/services/organisation/save-organisation';
import { endedDayWords } from '@/lib/views/words/ended-day';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { asAda, worldPerTest } from '../../support/world';

const organisationTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const wanted = { name: ' Northwind ', timeZone: 'America/St_Johns', captureTime: '23:30' };

  test('name, zone and capture time are kept, and the audit entry says what changed', async () => {
    const saved = { id: 'first', name: 'Northwind', timeZone: 'America/St_Johns', captureTime: '23:30' };
    expect(await saveOrganisation(asAda(small), wanted)).toEqual({ ok: true, value: { ...saved, ended: null } });
    expect(await small.world.store.organisations.byId('first')).toMatchObject(saved);
    const [entry] = await small.world.store.audit.page('first', { limit: 1, beforeSeq: null });
    expect(entry).toMatchObject({
      action: 'organisation-saved',
      actorName: 'Ada Brandt',
      detail: { captureTime: '06:00 -> 23:30', timeZone: 'Europe/Berlin -> America/St_Johns' },
    });
  });

  test.each([
    ['name', ''],
    ['name', 'x'.repeat(121)],
    ['name', 'a\u0000b'],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '+02:00'],
    ['captureTime', '24:00'],
    ['captureTime', '6:00'],
  ])('a %s of %j is refused beside its field', async (path, value) => {
    expect(await saveOrganisation(asAda(small), { ...wanted, [path]: value })).toMatchObject({
      failure: { kind: 'invalid-input', errors: [{ path }] },
    });
  });

  test('every name that set-up and the environment take can be saved again', async () => {
    const name = 'x'.repeat(120);
    expect(organisationName.safeParse(name).success).toBe(true);
    expect(await saveOrganisation(asAda(small), { ...wanted, name })).toMatchObject({ ok: true, value: { name } });
  });

  test('a zone in which tomorrow has begun costs no day: today’s snapshot is taken before the change', async () => {
    small.clock.set('2026-11-23T21:30:00Z');
    const first = succeeded(await saveOrganisation(asAda(small), { ...wanted, timeZone: 'Asia/Tokyo' }));
    expect(endedDayWords(first.ended)).toBe(
      ' Monday 23 November 2026 ended with this change; its snapshot was taken just before.',
    );
    await saveOrganisation(asAda(small), { ...wanted, timeZone: 'Asia/Tokyo' });
    expect(small.enpass.requests).toHaveLength(1);
    expect(await small.world.store.snapshots.on('first', '2026-11-23')).toMatchObject({ source: 'scheduled' });
    expect(await small.world.store.organisations.byId('first')).toMatchObject({ timeZone: 'Asia/Tokyo' });
  });

  test('a zone with the same day asks Enpass nothing, and a failing Enpass does not hold up the change', async () => {
    await saveOrganisation(asAda(small), wanted);
    expect(small.enpass.requests).toHaveLength(0);
    small.clock.set('2026-11-23T21:30:00Z');
    small.enpass.setMode('401');
    expect(await saveOrganisation(asAda(small), { ...wanted, timeZone: 'Asia/Tokyo' })).toMatchObject({ ok: true });
    expect(await small.world.store.runs.latest('first')).toMatchObject({
      day: '2026-11-23',
      failure: { kind: 'token-refused' },
    });
  });

  test('a day that such a change costs is told, and none where nothing was captured yet', async () => {
    small.enpass.setMode('401');
    small.clock.set('2026-11-23T21:30:00Z');
    const toTokyo = { ...wanted, timeZone: 'Asia/Tokyo' };
    expect(succeeded(await saveOrganisation(asAda(small), toTokyo)).ended).toBeNull();
    small.enpass.setMode('good');
    small.clock.set('2026-11-23T08:00:00Z');
    await refreshSnapshot(asAda(small), { trigger: 'manual' });
    small.enpass.setMode('401');
    small.clock.set('2026-11-24T21:30:00Z');
    const { ended } = succeeded(await saveOrganisation(asAda(small), toTokyo));
    expect(endedDayWords(ended)).toContain(
      'Tuesday 24 November 2026 ended with this change, and its snapshot could not',
    );
  });

  test('only an admin may', async () => {
    expect(await saveOrganisation(small.as(signedIn(cast.max)), wanted)).toMatchObject({
      failure: { kind: 'not-allowed' },
    });
  });
};

onEachDatabase(organisationTests);
