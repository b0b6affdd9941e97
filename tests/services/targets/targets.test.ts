import { beforeEach, describe, expect, test } from 'vitest';
import { changeTarget } from '@/lib/services/targets/change-target';
import { listTargets } from '@/lib/services/targets/list-targets';
import { removeTarget } from '@/lib/services/targets/remove-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { viewTarget } from '@/lib/services/targets/view-target';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const targetTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  beforeEach(async () => {
    await recordSnapshots(at, { from: '2026-05-25', to: '2026-11-23' }, (_, index) => ({ using_enpass: 78 + index }));
  });
  const max = () => at.as(signedIn(cast.max));
  const vera = () => at.as(signedIn(cast.vera));
  const set = async (over: object = {}) =>
    succeeded(await setTarget(max(), { metric: 'adoption', value: 0.75, by: '2027-01-31', ...over }));
  const audited = async () =>
    (await at.world.store.audit.page('first', { limit: 9, beforeSeq: null })).map(({ action }) => action);

  describe('a target', () => {
    test('is judged the moment it is set, and listed by due day', async () => {
      const { target, progress } = await set();
      expect(target).toMatchObject({
        direction: 'up',
        setOn: '2026-11-23',
        startValue: 260 / 420,
        setByName: cast.max.name,
      });
      expect(progress).toMatchObject({ judgedBy: 'forecast', need: { amount: 55 }, pacePerWeek: 7, bestWeek: 7 });
      await set({ metric: 'usage_pending', value: 10, by: '2026-12-31' });
      const { targets } = succeeded(await listTargets(vera(), {}));
      expect(targets.map(({ target: one }) => [one.metric, one.direction])).toEqual([
        ['usage_pending', 'down'],
        ['adoption', 'up'],
      ]);
      const first = succeeded(await listTargets(vera(), { limit: 1 }));
      expect(succeeded(await listTargets(vera(), { cursor: first.next })).targets).toHaveLength(1);
    });

    test('is reached by two snapshots in a row that meet it', async () => {
      const { target } = await set({ metric: 'using_enpass', value: 262 });
      await recordSnapshots(at, { from: '2026-11-24', to: '2026-11-26' }, (_, index) => ({
        using_enpass: 261 + index,
      }));
      at.clock.set('2026-11-26T09:00:00Z');
      expect(succeeded(await viewTarget(vera(), { id: target.id })).progress).toMatchObject({
        state: 'reached',
        reachedOn: '2026-11-25',
      });
    });

    test('keeps the history of its changes, and the audit log names them', async () => {
      const { target } = await set();
      expect(await changeTarget(max(), { id: target.id, value: 0.8 })).toMatchObject({
        value: { target: { value: 0.8 } },
      });
      expect(await changeTarget(max(), { id: target.id, by: '2027-02-28' })).toMatchObject({ ok: true });
      expect(succeeded(await viewTarget(vera(), { id: target.id })).history).toMatchObject([
        { action: 'set', value: 0.75, dueDay: '2027-01-31' },
        { action: 'changed', value: 0.8, dueDay: '2027-01-31' },
        { action: 'changed', value: 0.8, dueDay: '2027-02-28' },
      ]);
      expect(await removeTarget(max(), { id: target.id })).toEqual({ ok: true, value: { id: target.id } });
      expect(await viewTarget(vera(), { id: target.id })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await removeTarget(max(), { id: target.id })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await audited()).toEqual(['target-removed', 'target-changed', 'target-changed', 'target-set']);
    });

    test.each([
      [{ value: 0.5 }, 'value'],
      [{ value: 75 }, 'value'],
      [{ value: 0 }, 'value'],
      [{ value: '0.75' }, 'value'],
      [{ metric: 'using_enpass', value: 300.5 }, 'value'],
      [{ metric: 'using_enpass', value: 10_000_001 }, 'value'],
      [{ metric: 'usage_pending', value: 41 }, 'value'],
      [{ by: '2026-11-23' }, 'by'],
      [{ by: '2036-12-31' }, 'by'],
      [{ by: '3026-12-31' }, 'by'],
      [{ metric: 'nonsense' }, 'metric'],
      [{ due: '2027-01-31' }, 'due'],
    ])('with %j names %s', async (over, path) => {
      const refused = await setTarget(max(), { metric: 'adoption', value: 0.75, by: '2027-01-31', ...over });
      expect(refused).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
    });

    test('is changed under the same rules, and only where there is one', async () => {
      const { target } = await set();
      const refused = async (change: object) => changeTarget(max(), { id: target.id, ...change });
      expect(await refused({})).toMatchObject({ failure: { errors: [{ path: 'value' }] } });
      expect(await refused({ value: 0.1 })).toMatchObject({ failure: { errors: [{ path: 'value' }] } });
      expect(await refused({ by: '2026-01-01' })).toMatchObject({ failure: { errors: [{ path: 'by' }] } });
      expect(await refused({ id: 'a b' })).toMatchObject({ failure: { errors: [{ path: 'id' }] } });
      expect(await refused({ id: 'nobody-made-this', value: 0.9 })).toMatchObject({ failure: { kind: 'not-found' } });
    });

    test('that is saved as it was has no new history, not even when its day has gone', async () => {
      const { target } = await set();
      at.clock.set('2027-02-02T09:00:00Z');
      const again = await changeTarget(max(), { id: target.id, value: 0.75, by: '2027-01-31' });
      expect(again).toMatchObject({ value: { changed: false, target: { value: 0.75 } } });
      expect(succeeded(await viewTarget(vera(), { id: target.id })).history).toHaveLength(1);
      expect(await audited()).toEqual(['target-set']);
    });

    test('is set by managers and admins, and seen by all', async () => {
      const { target } = await set();
      for (const who of [cast.vera, cast.olga]) {
        const ctx = at.as(signedIn(who));
        expect(await setTarget(ctx, { metric: 'adoption', value: 0.9, by: '2027-01-31' })).toMatchObject({
          failure: { kind: 'not-allowed' },
        });
        expect(await changeTarget(ctx, { id: target.id, value: 0.9 })).toMatchObject({
          failure: { kind: 'not-allowed' },
        });
        expect(await removeTarget(ctx, { id: target.id })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await viewTarget(ctx, { id: target.id })).toMatchObject({ ok: true });
      }
    });
  });
};

onEachDatabase(targetTests);
