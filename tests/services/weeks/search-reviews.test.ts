import { describe, expect, test } from 'vitest';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { searchReviews } from '@/lib/services/weeks/search-reviews';
import { nobody } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, said, week } from './review-world';

onEachDatabase((fresh) => {
  const { at, max, vera, saved, completed } = reviewWorld(fresh);
  const found = async (who: ReturnType<typeof max>, q: string, page: object = {}) =>
    succeeded(await searchReviews(who, { q, ...page })).found.map((one) => [one.week, one.draft, one.revision]);

  describe('a search in reviews', () => {
    test.each(['zoë', 'ZOE', 'rotterdam zoe', 'CALL', '=1+1', '👩‍👩‍👧', '<b>'])('finds %s', async (q) => {
      await completed();
      expect(await found(vera(), q)).toEqual([[week, false, null]]);
    });

    test.each(['hamburg', 'rotterdam hamburg', '%', '_', 'call\\'])('finds nothing for %s', async (q) => {
      await completed();
      expect(await found(vera(), q)).toEqual([]);
    });

    test('looks in drafts for those who write, and for nobody else', async () => {
      await saved();
      expect(await found(max(), 'rotterdam')).toEqual([[week, true, null]]);
      expect(await found(vera(), 'rotterdam')).toEqual([]);
    });

    test('looks in both texts of a reopened review for its writers, in the completed one for readers', async () => {
      await completed();
      succeeded(await reopenReview(max(), { week }));
      succeeded(await saveReviewDraft(max(), { week, version: 2, ...said, next: 'Call Hamburg.' }));
      expect(await found(max(), 'rotterdam')).toEqual([[week, false, 1]]);
      expect(await found(max(), 'hamburg')).toEqual([[week, true, null]]);
      expect(await found(max(), 'call')).toEqual([
        [week, true, null],
        [week, false, 1],
      ]);
      expect(await found(vera(), 'rotterdam')).toEqual([[week, false, null]]);
      expect(await found(vera(), 'hamburg')).toEqual([]);
    });

    test('comes in pages of whole weeks, newest first', async () => {
      for (const name of ['2026-W43', '2026-W45', week])
        succeeded(await completeReview(max(), { week: name, version: 0, happened: 'Call them' }));
      const first = succeeded(await searchReviews(vera(), { q: 'call', limit: 2 }));
      expect([first.found.map((one) => one.week), first.next]).toEqual([[week, '2026-W45'], '2026-W45']);
      const rest = succeeded(await searchReviews(vera(), { q: 'call', limit: 2, cursor: first.next }));
      expect([rest.found.map((one) => one.week), rest.next]).toEqual([['2026-W43'], null]);
    });

    test.each([
      [{}, 'q'],
      [{ q: ' ' }, 'q'],
      [{ q: 'a'.repeat(201) }, 'q'],
      [{ q: ['a', 'b'] }, 'q'],
      [{ q: 'a', cursor: '2026-W60' }, 'cursor'],
    ])('of %j says what is wrong with %s', async (input, path) => {
      expect(await searchReviews(vera(), input)).toMatchObject({
        failure: { kind: 'invalid-input', errors: [{ path }] },
      });
    });

    test('is not for strangers', async () => {
      expect(await searchReviews(at.as(nobody), { q: 'a' })).toMatchObject({ failure: { kind: 'not-signed-in' } });
    });
  });

  test('the list of weeks has what happened as its reader may read it', async () => {
    const happened = async (who: ReturnType<typeof max>) =>
      succeeded(await listWeeks(who, { limit: 3 })).happened.get(week) ?? null;
    await saved(0, { happened: 'A draft' });
    expect([await happened(max()), await happened(vera())]).toEqual(['A draft', null]);
    await completed(1, { happened: 'Done' });
    succeeded(await reopenReview(max(), { week }));
    await saved(3, { happened: 'Anew' });
    expect([await happened(max()), await happened(vera())]).toEqual(['Anew', 'Done']);
  });
});
