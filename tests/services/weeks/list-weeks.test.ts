import { describe, expect, test } from 'vitest';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { readWaitingWeeks } from '@/lib/services/weeks/parts/read-waiting-weeks';
import { viewWeek, viewWeekNumbers } from '@/lib/services/weeks/view-week';
import { onEachDatabase } from '../../support/databases';
import { historyIn } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, week } from './review-world';

onEachDatabase((fresh) => {
  const { at, max, vera, saved, completed } = reviewWorld(fresh);

  describe('weeks', () => {
    test('come newest first in pages, with close, change, days, gaps and the state of their review', async () => {
      await saved();
      await historyIn(at).fail('2026-11-18', '06:00');
      const page = succeeded(await listWeeks(vera(), { limit: 3 }));
      expect(page.weeks.map(({ week: name, review, unfinished, days }) => [name, review, unfinished, days])).toEqual([
        ['2026-W48', 'none', true, 1],
        ['2026-W47', 'draft', false, 6],
        ['2026-W46', 'due', false, 7],
      ]);
      expect(page.weeks[1]).toMatchObject({
        close: { day: '2026-11-22' },
        lastClose: { day: '2026-11-15' },
        gaps: [{ day: '2026-11-18', reason: 'token-refused' }],
      });
      expect(page.next).toBe('2026-W46');
      const rest = succeeded(await listWeeks(vera(), { cursor: page.next }));
      expect(rest).toMatchObject({ next: null });
      expect(rest.weeks.map(({ week: name }) => name)).toEqual([
        '2026-W45',
        '2026-W44',
        '2026-W43',
        '2026-W42',
        '2026-W41',
      ]);
      expect(rest.weeks.at(-1)?.lastClose).toBeNull();
      expect(await listWeeks(vera(), { cursor: '2026-W60' })).toMatchObject({
        failure: { errors: [{ path: 'cursor' }] },
      });
      expect(await viewWeekNumbers(vera(), { week })).toEqual({ ok: true, value: page.weeks[1] });
    });

    test('that wait for a review are those after the last completed one', async () => {
      const waiting = async () => (await readWaitingWeeks(max())).map(({ week: name }) => name);
      expect(await waiting()).toEqual([week]);
      succeeded(await completeReview(max(), { week: '2026-W45', version: 0 }));
      expect(await waiting()).toEqual([week, '2026-W46']);
      expect(await readWaitingWeeks(vera())).toEqual([]);
    });

    test('that are not over wait for nobody, even when somebody has begun to write', async () => {
      await saved(0, { week: '2026-W48' });
      expect((await readWaitingWeeks(max())).map(({ week: name }) => name)).toEqual([week]);
    });

    test('show what last week’s review planned', async () => {
      await completed();
      expect(succeeded(await viewWeek(max(), { week: '2026-W48' })).sheet.planned).toEqual({
        week,
        text: 'Call Rotterdam.',
      });
    });

    test('name their neighbours, and none beyond the history', async () => {
      expect(succeeded(await viewWeek(vera(), { week: '2026-W41' }))).toMatchObject({
        before: null,
        after: '2026-W42',
      });
      expect(succeeded(await viewWeek(vera(), { week: '2026-W48' }))).toMatchObject({ before: week, after: null });
    });
  });
});
