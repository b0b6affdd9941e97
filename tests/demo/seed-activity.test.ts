import { afterEach, expect, test } from 'vitest';
import { seedActivity } from '@/demo/seed-activity';
import { addDays } from '@/lib/domain/day';
import { addWeeks, type Week } from '@/lib/domain/week';
import { listAnnotations } from '@/lib/services/annotations/list-annotations';
import { listTargets } from '@/lib/services/targets/list-targets';
import { listRevisions } from '@/lib/services/weeks/list-revisions';
import { readWaitingWeeks } from '@/lib/services/weeks/parts/read-waiting-weeks';
import { cast } from '../../demo/cast';
import { countsOn } from '../../demo/fake-enpass/organisation';
import { recordSnapshots } from '../support/record-snapshots';
import { succeeded } from '../support/succeeded';
import { asAda, type TestWorld, testWorld } from '../support/world';

let at: TestWorld;
afterEach(() => at.end());

test.each(['2026-11-23', '2027-03-03', '2028-01-02'] as const)(
  'a demo of %s shows the product alive',
  async (today) => {
    at = await testWorld({ now: `${today}T09:00:00Z` });
    const start = addDays(today, -400);
    await recordSnapshots(at, { from: start, to: addDays(today, -1) }, (day) => countsOn(day, start));
    const ada = asAda(at);
    await seedActivity(ada, { start, ids: { ada: cast.ada.id, max: cast.max.id } });
    const { targets } = succeeded(await listTargets(ada, {}));
    expect(targets.map(({ progress }) => progress.state)).toEqual(['reached', 'behind', 'on-track']);
    const { annotations } = succeeded(await listAnnotations(ada, {}));
    expect(new Set(annotations.map(({ kind }) => kind)).size).toBe(5);
    expect(annotations.every(({ from, to }) => start <= from && from <= to && to < today)).toBe(true);
    const [due, ...older] = await readWaitingWeeks(ada);
    expect(older).toEqual([]);
    expect(due?.review).toBe('due');
    if (!due) expect.fail('a week that waits');
    const told = await Promise.all(weeksBefore(due.week).map((week) => listRevisions(ada, { week })));
    const numbers = told.map((one) => succeeded(one).revisions.length).sort();
    expect(numbers).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  },
);

const weeksBefore = (week: Week): Week[] => Array.from({ length: 8 }, (_, index) => addWeeks(week, -1 - index));
