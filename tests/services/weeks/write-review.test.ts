import { beforeEach, expect, test } from 'vitest';
import { answersOf } from '@/lib/domain/review';
import { viewWatchlist } from '@/lib/services/overview/view-watchlist';
import { setTarget } from '@/lib/services/targets/set-target';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { readWaitingWeeks } from '@/lib/services/weeks/parts/read-waiting-weeks';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { writeReview } from '@/lib/services/weeks/write-review';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const week = '2026-W47';
const empty = { happened: '', why: '', next: '' };

const writeTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  beforeEach(async () => {
    await recordSnapshots(at, { from: '2026-10-05', to: '2026-11-23' }, (_, index) => ({ using_enpass: 211 + index }));
  });
  const max = () => at.as(signedIn(cast.max));
  const ada = () => at.as(signedIn(cast.ada));
  const vera = () => at.as(signedIn(cast.vera));
  const write = async (who: ReturnType<typeof max>, version: number, over: object, base: object = empty) =>
    succeeded(await writeReview(who, { week, version, ...empty, ...base, ...over, base: { ...empty, ...base } }));

  test('fields that two wrote at once come together, and the second is told whose words came in', async () => {
    await write(max(), 0, { happened: 'Max' });
    expect(await write(ada(), 0, { next: 'Ada' })).toMatchObject({
      kind: 'saved',
      other: { name: cast.max.name, self: false },
      taken: ['happened'],
      review: { happened: 'Max', next: 'Ada', version: 2 },
    });
  });

  test('whoever writes in two windows is told that it was they themselves, whatever others are called', async () => {
    await write(max(), 0, { why: 'Here' });
    expect(await write(max(), 0, { why: 'There' })).toMatchObject({
      kind: 'clash',
      other: { name: cast.max.name, self: true },
    });
    const namesake = at.as(signedIn({ ...cast.ada, name: cast.max.name }));
    expect(await write(namesake, 0, { why: 'Elsewhere' })).toMatchObject({ other: { self: false } });
  });

  test('a field that two wrote in is not saved until somebody chose', async () => {
    await write(max(), 0, { why: 'Max' });
    const clash = await write(ada(), 0, { why: 'Ada' });
    expect(clash).toMatchObject({
      kind: 'clash',
      text: { why: 'Ada' },
      clashes: { why: 'Max' },
      review: { why: 'Max', version: 1 },
    });
    const chosen = await write(ada(), 1, { why: 'Max\n\nAda' }, answersOf(clash.review));
    expect(chosen).toMatchObject({ kind: 'saved', taken: [], review: { why: 'Max\n\nAda', version: 2 } });
  });

  test('line breaks that a text field cannot hold make no clash', async () => {
    succeeded(await saveReviewDraft(max(), { week, version: 0, ...empty, happened: 'Two\r\nlines' }));
    const again = await write(ada(), 0, { happened: 'Two\nlines' });
    expect(again).toMatchObject({ kind: 'saved', clashes: {} });
  });

  test('what was completed meanwhile is not written over', async () => {
    succeeded(await completeReview(max(), { week, version: 0, happened: 'Done' }));
    const late = { week, version: 0, ...empty, why: 'Late', base: empty };
    expect(await writeReview(ada(), late)).toEqual({ ok: false, failure: { kind: 'review-completed' } });
  });

  test('the week that is due waits for its writers until it is completed, and again when it is reopened', async () => {
    expect(await readWaitingWeeks(max())).toMatchObject([{ week, review: 'due', draft: null }]);
    expect(await readWaitingWeeks(vera())).toEqual([]);
    await write(max(), 0, { happened: 'Max' });
    expect(await readWaitingWeeks(ada())).toMatchObject([{ week, draft: { changedByName: cast.max.name } }]);
    succeeded(await completeReview(max(), { week, version: 1 }));
    expect(await readWaitingWeeks(max())).toEqual([]);
    succeeded(await reopenReview(max(), { week }));
    expect(await readWaitingWeeks(max())).toMatchObject([{ week, review: 'draft' }]);
  });

  test('the overview watches the soonest target of its headline, and tells everybody of what is missed', async () => {
    expect(succeeded(await viewWatchlist(vera(), {}))).toEqual({ attention: [], headline: null, annotations: [] });
    for (const by of ['2027-01-31', '2026-12-01']) {
      succeeded(await setTarget(max(), { metric: 'adoption', value: 0.99, by }));
    }
    const { attention, headline } = succeeded(await viewWatchlist(vera(), {}));
    expect(headline?.target.dueDay).toBe('2026-12-01');
    expect(headline?.points.at(-1)).toEqual({ day: '2026-11-23', value: 260 / 420 });
    expect(attention.map(({ kind }) => kind)).toEqual(['target-off', 'target-off']);
    expect(succeeded(await viewWatchlist(max(), {})).attention[0]).toMatchObject({ kind: 'review-due', week });
  });
};

onEachDatabase(writeTests);
