import { describe, expect, test } from 'vitest';
import { eachDay } from '@/lib/domain/day';
import type { Progress } from '@/lib/domain/target-progress';
import { anAnnotation, aTarget, foundTrends, gap, holed, outlookOf, today } from '@/tests/support/found-trends';
import { layers } from './address';
import { tooltipFor, tooltipSentence } from './tooltip';
import { trendFacts } from './trend-facts';
import { trendNotes } from './trend-notes';
import { trendSpec } from './trend-spec';
import { trendTable } from './trend-table';
import { weekCloses } from './week-closes';

const spec = (asked: Parameters<typeof foundTrends>[0] = {}) => trendSpec(foundTrends(asked), layers);

test('a trend says in words what it shows', () => {
  expect(spec().title).toBe('Adoption, 1 September to 23 November 2026, daily');
  const found = foundTrends({
    ids: ['using_enpass', 'assigned_license'],
    period: { from: '2026-10-05', to: today },
    compare: true,
    annotations: [anAnnotation({ from: '2026-11-02', to: '2026-11-02' }, 'Lunch')],
  });
  expect(trendSpec(found, layers).title).toBe(
    'Using Enpass and Assigned, 5 October to 23 November 2026, daily, with the 50 days before and annotation',
  );
  expect(trendSpec(found, []).title).toBe('Using Enpass and Assigned, 5 October to 23 November 2026, daily');
});

describe('pointing', () => {
  test('tells the day, the number, what it is made of, and the change against the period before', () => {
    const shown = spec({ period: { from: '2026-10-05', to: today }, compare: true });
    expect(tooltipFor(shown, 24)).toMatchObject({ title: 'Thursday 29 October', note: null });
    expect(tooltipFor(shown, 24).rows.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Adoption 62.2%',
      'Using Enpass / assigned 235 / 378',
      '9 Sep, 50 days before 52.4%',
      'Change +9.8 points',
    ]);
  });

  test('tells why a day has no number, and what happened on it', () => {
    const shown = spec({ ...holed, annotations: [anAnnotation({ from: '2026-10-07', to: '2026-10-07' }, 'Lunch')] });
    expect(tooltipFor(shown, 36)).toEqual({
      title: 'Wednesday 7 October',
      note: 'No snapshot: token refused (401) · Lunch',
      rows: [],
    });
    const young = spec({ first: '2026-11-20', missing: [today] });
    expect(tooltipFor(young, 0).note).toBe('Before the first snapshot');
    expect(tooltipSentence(tooltipFor(young, 83))).toBe('Monday 23 November. No snapshot yet');
    expect(tooltipFor(spec({ period: { from: '2026-11-01', to: '2026-11-30' } }), 29).note).toBe('Still to come');
    expect(tooltipFor(young, 999)).toEqual({ title: '', note: null, rows: [] });
  });

  test('tells of all lines, each with its base', () => {
    const shown = spec({ ids: ['adoption', 'activation'] });
    expect(tooltipFor(shown, 83).rows.map(({ name, value, line }) => [name, value, line])).toEqual([
      ['Adoption', '66.5% (260 of 391)', 0],
      ['Activation', '97.7% (382 of 391)', 1],
    ]);
  });

  test('a week tells when it was closed; one that is not over says so far and is not compared', () => {
    const shown = spec({ period: { from: '2026-05-25', to: today }, first: '2025-01-01', compare: true });
    expect(tooltipFor(shown, 25).title).toBe('W47, taken Sun 22 Nov');
    expect(tooltipFor(shown, 25).rows.map(({ key }) => key)).toContain('change');
    expect(tooltipFor(shown, 26).title).toBe('W48 so far, taken Mon 23 Nov');
    expect(tooltipFor(shown, 26).rows.map(({ key }) => key)).not.toContain('change');
  });
});

describe('the strip of facts', () => {
  test('for one rate: what moved, from whom and what, how fast, and where to', () => {
    const found = foundTrends({ targets: [{ target: aTarget() }], outlooks: [outlookOf('adoption')] });
    const facts = trendFacts(trendSpec(found, layers), found.outlooks, '12 weeks');
    expect(facts.map(({ name, moved, figure }) => [name, moved?.text ?? figure])).toEqual([
      ['Change in the period', '+15.8 points'],
      ['Where it came from', '+22.5 people, −6.7 base'],
      ['Pace, last 4 and 13 weeks', expect.stringMatching(/^\+1\.\d points a week$/)],
      ['Forecast for 31 December 2026', expect.stringMatching(/^\d\d\.\d%$/)],
    ]);
    expect(facts[0]?.source).toBe('50.7% on 1 Sep to 66.5% today');
    expect(facts[1]?.source).toBe('points: +22.5 from 83 more users, −6.7 from 42 more assigned licences');
  });

  test('for several: the net change of each; unknown when there are not two snapshots', () => {
    const shown = spec({ ids: ['using_enpass', 'activated_license'] });
    expect(trendFacts(shown, [], '12 weeks').map(({ name, moved }) => [name, moved?.text])).toEqual([
      ['Using Enpass, net in 12 weeks', '+83'],
      ['Activated, net in 12 weeks', '+83'],
    ]);
    const nothing = spec({ missing: eachDay('2026-05-25', today) });
    expect(trendFacts(nothing, [], '12 weeks')).toMatchObject([{ figure: '—', moved: null }]);
  });
});

describe('beside the chart', () => {
  test('the table has every point with its base, and every hole with its reason', () => {
    const { heads, rows } = trendTable(spec(holed));
    expect(heads).toEqual(['Day', 'Adoption', 'Using Enpass of assigned']);
    expect(rows).toHaveLength(84);
    expect(rows.at(-1)).toMatchObject({ head: 'Tue 1 Sep 2026', cells: ['50.7%', '177 of 349'], missing: null });
    expect(rows[47]).toMatchObject({
      head: 'Wed 7 Oct 2026',
      cells: ['—', '— of —'],
      missing: 'No snapshot: token refused (401)',
    });
  });

  test('weekly closes compare a week with a week only', () => {
    const { rows = [], more } = weekCloses(spec({ missing: eachDay('2026-11-02', '2026-11-08') })) ?? {};
    expect(rows.map(({ week, change }) => [week, change?.text ?? null]).slice(0, 4)).toEqual([
      ['2026-W48', null],
      ['2026-W47', '+1.3'],
      ['2026-W46', null],
      ['2026-W44', '+1.2'],
    ]);
    expect([rows.length, more]).toEqual([8, 4]);
    const cut = weekCloses(spec({ period: { from: '2026-10-12', to: '2026-11-11' } }));
    expect(cut?.rows.map(({ week }) => week)).toEqual(['2026-W45', '2026-W44', '2026-W43', '2026-W42']);
    expect(weekCloses(spec({ first: '1990-01-01', period: { from: '1990-01-01', to: today } }))).toBeNull();
  });

  test('notes tell gaps, annotations and the previous period, and only what is shown', () => {
    const found = {
      ...foundTrends({ ...holed, annotations: [anAnnotation({ from: '2026-11-02', to: '2026-11-06' }, 'Lunch')] }),
      previousPeriod: { from: '2026-01-01', to: '2026-03-01' } as const,
      targets: [{ target: aTarget(), progress }],
      tooLongForDays: true,
    };
    const facts = trendNotes(found, trendSpec(found, layers), layers).map(({ fact }) => fact);
    expect(facts).toEqual([
      'Target Adoption 75% by 31 December 2026, in 38 days: behind.',
      'Lunch,',
      '6–8 Oct, no snapshots.',
      'No previous period:',
      'Weekly closes.',
      'Adoption.',
    ]);
    const plain = { ...found, tooLongForDays: false };
    expect(trendNotes(plain, trendSpec(plain, []), []).map(({ key }) => key)).toEqual([`gap ${gap.from}`, 'what']);
  });
});

const progress: Progress = {
  state: 'behind',
  judgedBy: 'line',
  unknown: null,
  now: null,
  reachedOn: null,
  belowSince: null,
  daysLeft: 38,
  need: null,
  pacePerWeek: null,
  bestWeek: null,
  basePacePerWeek: null,
  forecast: null,
};
