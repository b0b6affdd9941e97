import { describe, expect, test } from 'vitest';
import { setTarget } from '@/lib/services/targets/set-target';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { listRevisions } from '@/lib/services/weeks/list-revisions';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { viewRevision } from '@/lib/services/weeks/view-revision';
import { viewWeek } from '@/lib/services/weeks/view-week';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import { cast } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, said, week } from './review-world';

onEachDatabase((fresh) => {
  const { at, max, ada, vera, saved, completed } = reviewWorld(fresh);

  describe('completing', () => {
    test('freezes numbers, sentences and text with name, role and time, under a hash', async () => {
      await setTarget(max(), { metric: 'using_enpass', value: 300, by: '2027-01-31' });
      const live = succeeded(await viewWeek(max(), { week })).sheet;
      const revision = await completed();
      expect(revision).toMatchObject({ week, number: 1, completedByName: cast.max.name, completedByRole: 'manager' });
      const document = readReviewDocument(revision.document);
      expect(document.sheet).toEqual(live);
      expect(document).toMatchObject({
        week,
        revision: 1,
        organisation: { name: 'Northwind Logistics', timeZone: 'Europe/Berlin' },
        numbers: { close: { day: '2026-11-22' }, captured: 6, missing: ['2026-11-18'], changes: { using_enpass: 7 } },
        answers: said,
        signed: { name: cast.max.name, role: 'manager', at: '2026-11-23T09:00:00.000Z' },
      });
      expect(succeeded(await viewWeek(vera(), { week }))).toMatchObject({
        state: 'completed',
        frozen: { document: { answers: said } },
      });
      expect((await at.world.store.audit.page('first', { limit: 1, beforeSeq: null }))[0]).toMatchObject({
        action: 'review-completed',
        target: week,
        detail: { revision: 1, hash: revision.hash },
      });
    });

    test('leaves a review byte for byte the same after later readings, imports and targets', async () => {
      const before = await completed();
      const page = JSON.stringify(succeeded(await viewWeek(vera(), { week })));
      await recordSnapshots(at, { from: '2026-11-16', to: '2026-11-22' }, () => ({
        using_enpass: 1,
        assigned_license: 9_999,
      }));
      await recordSnapshots(at, { from: '2026-09-07', to: '2026-10-04' });
      await setTarget(max(), { metric: 'using_enpass', value: 9_000, by: '2027-01-31' });
      at.clock.forward(40 * 86_400_000);
      const after = succeeded(await viewRevision(vera(), { week, number: 1 })).revision;
      expect(after).toEqual(before);
      expect(JSON.stringify(succeeded(await viewWeek(vera(), { week })))).toBe(page);
    });

    test('of two who complete at once one does, and the other is told', async () => {
      await saved();
      const both = await Promise.all([max(), ada()].map((ctx) => completeReview(ctx, { week, version: 1 })));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: expect.stringMatching(/^review-/) } });
      expect(succeeded(await listRevisions(vera(), { week })).revisions).toHaveLength(1);
    });

    test('freezes what its writer saw: a text that changed meanwhile is a conflict', async () => {
      await saved();
      await saved(1, { why: 'later' });
      expect(await completeReview(ada(), { week, version: 1 })).toMatchObject({
        failure: { kind: 'review-conflict', theirs: { version: 2 } },
      });
      expect(succeeded(await listRevisions(vera(), { week })).revisions).toEqual([]);
    });

    test('is refused for a week that is not over, one completed already, and one without a snapshot or a word', async () => {
      expect(await completeReview(max(), { week: '2026-W48', version: 0 })).toMatchObject({
        failure: { kind: 'week-unfinished' },
      });
      await completed();
      expect(await completeReview(max(), { week, version: 2 })).toMatchObject({
        failure: { kind: 'review-completed' },
      });
      expect(await saveReviewDraft(max(), { week, version: 2, ...said })).toMatchObject({
        failure: { kind: 'review-completed' },
      });
    });

    test('a week without any snapshot needs an explanation', async () => {
      await recordSnapshots(at, { from: '2026-09-21', to: '2026-09-27' });
      const empty = { week: '2026-W40', version: 0 };
      expect(await completeReview(max(), empty)).toMatchObject({ failure: { errors: [{ path: 'happened' }] } });
      const explained = await completeReview(max(), { ...empty, happened: 'The server moved.' });
      const { numbers, sheet } = readReviewDocument(succeeded(explained).document);
      expect(numbers.close).toBeNull();
      expect(sheet.summary.sentences).toEqual(['Week 40 has no snapshot, so it has no numbers.']);
    });
  });
});
