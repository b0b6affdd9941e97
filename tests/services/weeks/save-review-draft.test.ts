import { describe, expect, test } from 'vitest';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { viewReview } from '@/lib/services/weeks/view-review';
import { viewWeek } from '@/lib/services/weeks/view-week';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, said, text, week } from './review-world';

onEachDatabase((fresh) => {
  const { at, max, ada, vera, saved } = reviewWorld(fresh);

  describe('a draft', () => {
    test('is kept to the last character, and its version counts up with every change', async () => {
      expect(await viewReview(max(), { week })).toMatchObject({ value: { state: 'due', review: null, revisions: 0 } });
      expect(await saved()).toMatchObject({
        state: 'draft',
        review: { ...said, version: 1, changedByName: cast.max.name },
      });
      expect((await saved(1)).review?.version).toBe(1);
      expect((await saved(1, { why: 'Because.' })).review?.version).toBe(2);
      expect(succeeded(await viewReview(ada(), { week })).review?.happened).toBe(text);
    });

    test('that somebody else saved meanwhile is shown, and neither text is lost', async () => {
      await saved();
      const late = { week, version: 0, happened: 'Ada’s own words', why: '', next: '' };
      expect(await saveReviewDraft(ada(), late)).toMatchObject({
        failure: { kind: 'review-conflict', theirs: { ...said, version: 1, changedByName: cast.max.name } },
      });
      expect(succeeded(await saveReviewDraft(ada(), { ...late, version: 1 })).review?.happened).toBe('Ada’s own words');
    });

    test.each([
      [{ happened: 'x'.repeat(2001) }, 'happened'],
      [{ why: 'a\u0000b' }, 'why'],
      [{ next: '\ud800' }, 'next'],
      [{ next: undefined }, 'next'],
      [{ version: -1 }, 'version'],
      [{ version: '1' }, 'version'],
      [{ week: '2026-W60' }, 'week'],
      [{ mood: 'fine' }, 'mood'],
    ])('with %j names %s', async (over, path) => {
      const refused = await saveReviewDraft(max(), { week, version: 0, ...said, ...over });
      expect(refused).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
    });

    test('of 2,000 characters a field is kept, however many bytes they take', async () => {
      const long = '😀'.repeat(2000);
      expect((await saved(0, { happened: long, why: long, next: long })).review?.why).toBe(long);
      expect(await saveReviewDraft(max(), { week, version: 1, ...said, why: `${long}!` })).toMatchObject({
        failure: { kind: 'invalid-input', errors: [{ path: 'why', message: 'At most 2,000 characters' }] },
      });
    });

    test('before the first snapshot or in the future is of no week', async () => {
      for (const none of ['2026-W40', '2026-W49', '1999-W01']) {
        expect(await saveReviewDraft(max(), { week: none, version: 0, ...said })).toMatchObject({
          failure: { kind: 'not-found' },
        });
        expect(await viewWeek(vera(), { week: none })).toMatchObject({ failure: { kind: 'not-found' } });
      }
      expect(await viewWeek(vera(), { week: '2026-W60' })).toMatchObject({ failure: { kind: 'invalid-input' } });
    });

    test('is written and seen by managers and admins only', async () => {
      for (const other of [cast.vera, cast.olga]) {
        const ctx = at.as(signedIn(other));
        expect(await saveReviewDraft(ctx, { week, version: 0, ...said })).toMatchObject({
          failure: { kind: 'not-allowed' },
        });
        expect(await viewReview(ctx, { week })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await completeReview(ctx, { week, version: 0 })).toMatchObject({ failure: { kind: 'not-allowed' } });
        expect(await reopenReview(ctx, { week })).toMatchObject({ failure: { kind: 'not-allowed' } });
      }
      await saved();
      expect(JSON.stringify(await viewWeek(vera(), { week }))).not.toContain('Rotterdam');
    });
  });
});
