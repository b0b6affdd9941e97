import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/domain/day';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { addWeeks, daysOfWeek, type Week } from '@/lib/domain/week';
import { type WeekClose, weekFactsOf } from '@/lib/domain/week-facts';
import { someCounts } from '@/tests/support/counts';
import { summaryOf } from './summary';

type Over = Partial<AdoptionCounts>;

const close = (week: Week, over: Over | null, weekdays = 6): WeekClose => ({
  week,
  close: over && {
    day: addDays(daysOfWeek(week).from, weekdays),
    takenAt: new Date('2026-11-22T05:00:00Z'),
    source: 'scheduled',
    counts: someCounts(over),
  },
});

/** This week last; the weeks before it as given, the nearest last. */
type Told = { today?: Day; weekdays?: number; lastWeekdays?: number };
const told = (
  now: Over | null,
  before: (Over | null)[],
  { today = '2026-11-23', weekdays = 6, lastWeekdays = 6 }: Told = {},
) => {
  const closes = before.map((over, index) =>
    close(addWeeks('2026-W47', index - before.length), over, index === before.length - 1 ? lastWeekdays : 6),
  );
  const missing = Math.max(0, 4 - closes.length);
  const none = Array.from({ length: missing }, (_, index) => close(addWeeks('2026-W47', index - 4), null));
  const all = [...none, ...closes, close('2026-W47', now, weekdays)];
  return summaryOf(weekFactsOf({ week: '2026-W47', today, closes: all, captured: [], gaps: [], failedRuns: [] }));
};

const last = { using_enpass: 250, assigned_license: 414, activation_pending: 73 };

describe('a summary', () => {
  test('tells level, change, where it came from, and the biggest drop-off', () => {
    expect(told({}, [last])).toEqual({
      strong: '1.5 points to 61.9%',
      sentences: [
        'Adoption rose 1.5 points to 61.9%: 260 of 420 assigned licences now use Enpass.',
        '10 more people use it (+2.4 points) while 6 more licences were assigned (−0.9).',
        'The biggest drop-off is still before Activated: 70 people with activation pending.',
      ],
      compared: 'Compared with week 46. Both weeks end with a Sunday snapshot.',
    });
  });

  test('names no record over 13 days, and says over how many the change was', () => {
    const slow = [0, 1, 2, 3, 4].map((more) => ({ using_enpass: 240 + more }));
    const uneven = told({ using_enpass: 260 }, slow, { lastWeekdays: 0 });
    expect(uneven.strong).toBe('3.8 points over 13 days to 61.9%');
    expect(uneven.sentences.join()).not.toContain('largest');
    expect(uneven.compared).toBe(
      'Compared with week 46, 13 days earlier. It ends with a Sunday snapshot, week 46 with a Monday one.',
    );
    expect(told({ using_enpass: 260 }, slow, { lastWeekdays: 5 }).sentences.join()).toContain('largest weekly rise');
    expect(told({ using_enpass: 260 }, [...slow, {}], { lastWeekdays: 0 }).sentences.join()).not.toContain('largest');
  });

  test('counts no change over other than a week as one that a record stands against', () => {
    const slow = [0, 1, 2, 3, 4].map((more) => ({ using_enpass: 240 + more }));
    const found = weekFactsOf({
      week: '2026-W47',
      today: '2026-11-23',
      closes: [...slow, { using_enpass: 260 }].map((over, index) =>
        close(addWeeks('2026-W47', index - 5), over, index === 2 ? 0 : 6),
      ),
      captured: [],
      gaps: [],
      failedRuns: [],
    });
    expect(summaryOf(found).sentences.join()).not.toContain('largest');
  });

  test('praises no rise that people did not make: 60 licences taken back and 5 people gone', () => {
    const steady = [0, 1, 2, 3, 4].map((more) => ({ using_enpass: 256 + more }));
    const cut = told({ using_enpass: 255, assigned_license: 360 }, steady);
    expect(cut.sentences.slice(0, 2)).toEqual([
      'Adoption rose 8.9 points to 70.8%: 255 of 360 assigned licences now use Enpass.',
      '5 fewer people use it (−1.3 points) while 60 fewer licences are assigned (+10.2).',
    ]);
    expect(cut.sentences.join()).not.toContain('largest');
  });

  test('calls no rise a record that licences taken back made for the greater part', () => {
    const steady = [0, 1, 2, 3, 4].map((more) => ({ using_enpass: 200 + 17 * more, assigned_license: 500 }));
    const cut = told({ using_enpass: 280, assigned_license: 440 }, steady);
    expect(cut.sentences[1]).toBe('12 more people use it (+2.5 points) while 60 fewer licences are assigned (+7.5).');
    expect(cut.sentences.join()).not.toContain('largest');
    const fewer = told({ using_enpass: 310, assigned_license: 495 }, steady);
    expect(fewer.sentences).toContain('It is the largest weekly rise in 5 weeks.');
  });

  test('of a week that is not over tells since which day it counts when that is not its Sunday before', () => {
    const open = told({}, [last], { today: '2026-11-20', weekdays: 4, lastWeekdays: 1 });
    expect(open.sentences.at(-1)).toBe(
      'Since the close of week 46 on Tuesday 10 November, 10 more people use it while 6 more licences were assigned.',
    );
    const whole = told({}, [last], { today: '2026-11-20', weekdays: 4 });
    expect(whole.sentences.at(-1)).toMatch(/^Since the close of week 46, 10 more/);
    expect(told(last, [last], { today: '2026-11-20', weekdays: 4, lastWeekdays: 1 }).sentences.at(-1)).toBe(
      'Since the close of week 46 on Tuesday 10 November nothing has moved yet.',
    );
  });

  test('never says rose unchanged: what shows as a move is told with its digits', () => {
    const before = { using_enpass: 1971, assigned_license: 3182 };
    const tiny = told({ using_enpass: 1972, assigned_license: 3182 }, [before]);
    expect(tiny.sentences[0]).toBe(
      'Adoption rose 0.03 points to 61.97%: 1,972 of 3,182 assigned licences now use Enpass.',
    );
    expect(tiny.sentences[1]).toBe('1 more person uses it (+0.03 points) while as many licences are assigned.');
    expect(JSON.stringify(told({ using_enpass: 1970, assigned_license: 3182 }, [before]))).not.toMatch(
      /unchanged|0\.0 /,
    );
  });

  test('over a base that moved too far tells of who was added', () => {
    const big = told({ using_enpass: 260, assigned_license: 420 }, [{ using_enpass: 100, assigned_license: 200 }]);
    expect(big.sentences[1]).toBe(
      '160 more people use it while 220 more licences were assigned: 73 for each 100 added.',
    );
  });

  test('says that nothing was compared when no number is known on both sides', () => {
    const only = Object.fromEntries(Object.keys(someCounts()).map((field) => [field, null])) as Over;
    const none = told({}, [{ ...only }]);
    expect(none.compared).toBe('Not compared: no number is known in both this week and week 46.');
    expect(told({}, [{ ...only, total_license: 500 }]).compared).toBe(
      'Compared with week 46 where both have a number. Both weeks end with a Sunday snapshot.',
    );
  });

  test('has singular and plural right, and says who became fewer', () => {
    const one = told(
      { using_enpass: 251, assigned_license: 415, activation_pending: 1, app_setup_pending: 0, usage_pending: 0 },
      [last],
    );
    expect(one.sentences.slice(1)).toEqual([
      '1 more person uses it (+0.2 points) while 1 more licence was assigned (−0.1).',
      'The biggest drop-off is still before Activated: 1 person with activation pending.',
    ]);
    const fewer = told({ using_enpass: 249, assigned_license: 413 }, [last]);
    expect(fewer.sentences.slice(0, 2)).toEqual([
      'Adoption fell 0.1 points to 60.3%: 249 of 413 assigned licences now use Enpass.',
      '1 fewer person uses it (−0.2 points) while 1 fewer licence is assigned (+0.1).',
    ]);
    expect(told({ using_enpass: 260, assigned_license: 414 }, [last]).sentences[1]).toBe(
      '10 more people use it (+2.4 points) while as many licences are assigned.',
    );
  });

  test('says when nothing changed, and when only adoption stayed', () => {
    expect(told({}, [{}]).sentences[0]).toBe(
      'Nothing changed against week 46: adoption stays at 61.9%, 260 of 420 assigned licences.',
    );
    expect(told({ active_users: 250 }, [{}]).sentences).toEqual([
      'Adoption stayed at 61.9%: 260 of 420 assigned licences now use Enpass.',
      'The biggest drop-off is still before Activated: 70 people with activation pending.',
    ]);
  });

  test('names a record only when every week between is known and smaller', () => {
    const slow = [0, 1, 2, 3, 4].map((more) => ({ using_enpass: 240 + more }));
    const jump = { using_enpass: 200 };
    expect(told({ using_enpass: 260 }, [jump, ...slow]).sentences).toContain(
      'It is the largest weekly rise since week 42.',
    );
    expect(told({ using_enpass: 260 }, slow).sentences).toContain('It is the largest weekly rise in 5 weeks.');
    expect(told({ using_enpass: 230 }, slow).sentences).toContain('It is the largest weekly fall in 5 weeks.');
    expect(told({ using_enpass: 260 }, [...slow.slice(0, 3), null, ...slow.slice(3)]).sentences.join()).not.toContain(
      'largest',
    );
    expect(told({ using_enpass: 245 }, slow).sentences.join()).not.toContain('largest');
  });

  test('of a week that is not over tells how far it is, and compares nothing', () => {
    const soFar = told({ using_enpass: 253, assigned_license: 414 }, [last], { today: '2026-11-18', weekdays: 1 });
    expect(soFar).toEqual({
      strong: '61.1%',
      sentences: [
        'So far adoption is at 61.1%: 253 of 414 assigned licences use Enpass, by the snapshot of Tuesday 17 November.',
        'Since the close of week 46, 3 more people use it while as many licences are assigned.',
      ],
      compared: 'The week is not over, so it is not compared with a whole one.',
    });
    expect(JSON.stringify(soFar)).not.toMatch(/rose|fell|points/);
  });

  test('of a week without a snapshot, after one, and of the first', () => {
    expect(told(null, [last])).toMatchObject({
      sentences: ['Week 47 has no snapshot, so it has no numbers.'],
      strong: null,
    });
    expect(told({}, [last, null])).toMatchObject({ compared: 'Not compared: week 46 has no snapshot.' });
    expect(told({}, [])).toMatchObject({
      sentences: ['Adoption closed at 61.9%: 260 of 420 assigned licences use Enpass.', expect.any(String)],
      compared: 'There is no week before it to compare with.',
    });
  });

  test('never says 0% or 100% of nothing', () => {
    expect(told({ assigned_license: 0, using_enpass: 0 }, [last]).sentences[0]).toBe(
      'Adoption is unknown, because no licence is assigned.',
    );
    expect(told({ assigned_license: null }, [last]).sentences[0]).toBe(
      'Adoption is unknown, because the snapshot lacks a number for it.',
    );
  });

  test('says when two weeks end on different days', () => {
    expect(told({}, [last], { weekdays: 4 }).compared).toBe(
      'Compared with week 46, 5 days earlier. It ends with a Friday snapshot, week 46 with a Sunday one.',
    );
  });

  test('always holds its strong words in its first sentence', () => {
    for (const summary of [told({}, [last]), told({}, [{}]), told({ active_users: 1 }, [{}]), told({}, [])]) {
      expect(summary.sentences[0]).toContain(summary.strong ?? '');
    }
  });
});
