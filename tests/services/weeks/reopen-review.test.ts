import { describe, expect, test } from 'vitest';
import { listRevisions } from '@/lib/services/weeks/list-revisions';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { viewRevision } from '@/lib/services/weeks/view-revision';
import { viewWeek } from '@/lib/services/weeks/view-week';
import { onEachDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, said, week } from './review-world';

onEachDatabase((fresh) => {
  const { at, max, vera, saved, completed } = reviewWorld(fresh);

  describe('reopening', () => {
    test('begins revision 2 with the text of revision 1, which stays readable, and says what changed', async () => {
      const first = await completed();
      expect(await reopenReview(max(), { week })).toMatchObject({
        value: { state: 'draft', review: { ...said, version: 2 } },
      });
      expect(succeeded(await viewWeek(vera(), { week }))).toMatchObject({
        state: 'draft',
        draft: null,
        frozen: { revision: { number: 1 } },
      });
      expect(succeeded(await viewWeek(max(), { week }))).toMatchObject({ frozen: null, draft: { version: 2 } });
      const [, row, older] = succeeded(await listWeeks(vera(), { limit: 3 })).weeks;
      expect([row, older]).toMatchObject([
        { week, review: 'draft', revisions: 1 },
        { review: 'due', revisions: 0 },
      ]);
      await recordSnapshots(at, { from: '2026-11-22', to: '2026-11-22' }, () => ({ using_enpass: 270 }));
      const second = await completed(2, { why: 'Somebody counted again.' });
      expect(second.number).toBe(2);
      expect(succeeded(await viewRevision(vera(), { week, number: 1 }))).toEqual({
        revision: first,
        differences: null,
        newest: 2,
      });
      const { differences } = succeeded(await viewRevision(vera(), { week, number: 2 }));
      expect(differences).toContainEqual({ label: 'Why', before: '', after: 'Somebody counted again.' });
      expect(differences).toContainEqual({ label: 'Using Enpass, W47', before: '259', after: '270' });
      expect(differences?.map(({ label }) => label)).not.toContain('What happened');
      expect(succeeded(await listRevisions(vera(), { week, limit: 1 }))).toMatchObject({
        revisions: [{ number: 1 }],
        next: '1',
      });
      expect(succeeded(await listRevisions(vera(), { week, cursor: '1' }))).toMatchObject({
        revisions: [{ number: 2 }],
        next: null,
      });
    });

    test('needs a completed review', async () => {
      await saved();
      expect(await reopenReview(max(), { week })).toMatchObject({ failure: { kind: 'review-not-completed' } });
      expect(await viewRevision(vera(), { week, number: 1 })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await listRevisions(vera(), { week, cursor: 'x' })).toMatchObject({
        failure: { errors: [{ path: 'cursor' }] },
      });
    });
  });
});
