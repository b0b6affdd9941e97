import { describe, expect, test } from 'vitest';
import { mostViews } from '@/lib/domain/saved-view';
import { chooseOpeningView } from '@/lib/services/views/choose-opening-view';
import { judgeViews } from '@/lib/services/views/judge-views';
import { listViews } from '@/lib/services/views/list-views';
import { removeView } from '@/lib/services/views/remove-view';
import { renameView } from '@/lib/services/views/rename-view';
import { saveView } from '@/lib/services/views/save-view';
import { viewOpening } from '@/lib/services/views/view-opening';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { inviteCast, worldPerTest } from '../../support/world';

const address = 'metric=usage&period=26w&show=line&show=target';

const savedViewTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const max = () => at.as(signedIn(cast.max));
  const vera = () => at.as(signedIn(cast.vera));
  const olga = () => at.as(signedIn(cast.olga));
  const named = async (who: ReturnType<typeof vera>) => succeeded(await listViews(who, {})).map(({ name }) => name);
  const audited = async () =>
    (await at.world.store.audit.page('first', { limit: 50, beforeSeq: null })).map(({ action }) => action);

  describe('a saved view', () => {
    test('is one’s own, and nobody else sees or changes it', async () => {
      const { id } = succeeded(await saveView(vera(), { name: ' My view ', address }));
      expect(succeeded(await judgeViews(vera(), {}))).toMatchObject([
        { id, name: 'My view', address, shared: false, opens: false, fault: null, savedByName: cast.vera.name },
      ]);
      expect(await named(max())).toEqual([]);
      for (const change of [renameView(max(), { id, name: 'x' }), removeView(max(), { id })])
        expect(await change).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await audited()).toEqual([]);
    });

    test('for all is for managers and admins to save, rename, delete, and everybody’s to open', async () => {
      const { id } = succeeded(await saveView(max(), { name: 'Team', address, forAll: 'on' }));
      expect(await named(vera())).toEqual(['Team']);
      for (const who of [vera(), olga()]) {
        const refused = { failure: { kind: 'not-allowed', permission: 'view:share' } };
        expect(await saveView(who, { name: 'Mine for all', address, forAll: 'on' })).toMatchObject(refused);
        expect(await renameView(who, { id, name: 'x' })).toMatchObject(refused);
        expect(await removeView(who, { id })).toMatchObject(refused);
        expect(await chooseOpeningView(who, { id })).toMatchObject(refused);
      }
      expect(await renameView(at.as(signedIn(cast.ada)), { id, name: 'The team' })).toMatchObject({
        value: { name: 'The team', changed: true },
      });
      expect(await removeView(max(), { id })).toMatchObject({ value: { name: 'The team' } });
      expect((await audited()).filter((action) => action !== 'denied')).toEqual([
        'view-removed',
        'view-renamed',
        'view-saved',
      ]);
    });

    test('has a name its owner uses once, however it is written; others may use it as well', async () => {
      succeeded(await saveView(vera(), { name: 'Weekly', address }));
      const taken = { failure: { errors: [{ path: 'name', message: 'You have a view of this name already' }] } };
      expect(await saveView(vera(), { name: 'ＷＥＥＫＬＹ ', address })).toMatchObject(taken);
      const { id } = succeeded(await saveView(vera(), { name: 'Other', address }));
      expect(await renameView(vera(), { id, name: 'weekly' })).toMatchObject(taken);
      expect(await renameView(vera(), { id, name: 'OTHER' })).toMatchObject({ ok: true });
      succeeded(await saveView(max(), { name: 'Weekly', address }));
      succeeded(await saveView(max(), { name: 'Weekly', address, forAll: 'on' }));
      const twice = ['a', 'A'].map((name) => saveView(vera(), { name, address }));
      expect((await Promise.all(twice)).filter(({ ok }) => ok)).toHaveLength(1);
    });

    test('is judged by what judges the page’s address, and kept in its shortest form', async () => {
      for (const wrong of ['metric=nonsense', 'metric=usage&metric=using_enpass', 'show=all', 'period=dates', 'x=1']) {
        expect(await saveView(vera(), { name: 'x', address: wrong })).toMatchObject({
          failure: { kind: 'invalid-input', errors: [{ path: 'address' }] },
        });
      }
      const usual = 'show=line&show=previous&show=target&show=forecast&show=annotations';
      const { address: kept } = succeeded(await saveView(vera(), { name: 'x', address: usual }));
      expect(kept).toBe('metric=adoption&period=12w');
      for (const name of ['', '  ', 'two\nlines', 'x'.repeat(61)])
        expect(await saveView(vera(), { name, address })).toMatchObject({ failure: { errors: [{ path: 'name' }] } });
    });

    test('whose metric is gone says so, and Trends opens without it', async () => {
      const view = { id: 'old', ownerId: '', name: 'Old', nameKey: 'old', address: 'metric=gone' };
      await at.world.store.views.create('first', { ...view, savedByName: 'Max', savedAt: new Date(0) }, mostViews);
      await at.world.store.settings.set('first', 'opening-view', 'old');
      expect(succeeded(await judgeViews(vera(), {}))).toMatchObject([
        { opens: true, fault: 'a metric of the list, such as adoption' },
      ]);
      expect(succeeded(await viewOpening(vera(), {}))).toBeNull();
    });

    test('may be what Trends opens with, until it is deleted or another is chosen', async () => {
      const own = succeeded(await saveView(max(), { name: 'Own', address }));
      expect(await chooseOpeningView(max(), { id: own.id })).toMatchObject({ failure: { kind: 'not-found' } });
      const { id } = succeeded(await saveView(max(), { name: 'Team', address, forAll: 'on' }));
      succeeded(await chooseOpeningView(max(), { id }));
      expect(succeeded(await viewOpening(vera(), {}))).toBe(address);
      succeeded(await chooseOpeningView(max(), { id: '' }));
      expect(succeeded(await viewOpening(vera(), {}))).toBeNull();
      succeeded(await chooseOpeningView(max(), { id }));
      succeeded(await removeView(max(), { id }));
      expect(succeeded(await viewOpening(vera(), {}))).toBeNull();
    });

    test('is remembered for its readers until any of them is changed, by whichever process', async () => {
      await inviteCast(at);
      const now = at.world.clock.now();
      const session = { id: 'veras', userId: cast.vera.id, createdAt: now, lastSeenAt: now, userAgent: '' };
      await at.world.store.sessions.create({ ...session, expiresAt: new Date(now.getTime() + 3_600_000) });
      const reader = async () => {
        const holder = await at.world.store.sessions.holder('veras', now);
        return { ...vera(), historyVersion: holder?.historyVersion ?? '' };
      };
      const seen = async () => {
        const ctx = await reader();
        const names = succeeded(await listViews(ctx, {})).map(({ name }) => name);
        return [...names, succeeded(await viewOpening(ctx, {}))];
      };
      expect(await seen()).toEqual([null]);
      const { historyVersion } = await reader();
      expect((await reader()).historyVersion).toBe(historyVersion);
      const { id } = succeeded(await saveView(max(), { name: 'Team', address, forAll: 'on' }));
      expect(await seen()).toEqual(['Team', null]);
      succeeded(await renameView(max(), { id, name: 'The team' }));
      expect(await seen()).toEqual(['The team', null]);
      succeeded(await chooseOpeningView(max(), { id }));
      expect(await seen()).toEqual(['The team', address]);
      succeeded(await chooseOpeningView(max(), { id: '' }));
      expect(await seen()).toEqual(['The team', null]);
      succeeded(await removeView(max(), { id }));
      expect(await seen()).toEqual([null]);
    });

    test('is one of fifty at most', async () => {
      for (let at = 0; at < mostViews; at++) succeeded(await saveView(vera(), { name: `View ${at}`, address }));
      expect(await saveView(vera(), { name: 'One more', address })).toMatchObject({
        failure: { kind: 'too-many-views' },
      });
      succeeded(await saveView(max(), { name: 'One more', address }));
    });
  });
};

onEachDatabase(savedViewTests);
