import { describe, expect, test } from 'vitest';
import { eachDay } from '@/lib/domain/day';
import type { Progress } from '@/lib/domain/target-progress';
import { anAnnotation, aTarget, foundTrends, gap, holed, outlookOf, today } from '@/tests/support/found-trends';
import { daysAhead } from '../charts/ahead';
import { timeTicks } from '../charts/time-axis';
import { layers } from './address';
import { tooltipFor, tooltipSentence } from './tooltip';
import { trendFacts } from './trend-facts';
import { periodWords, trendNotes } from './trend-notes';
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
    expect(tooltipFor(young, 999)).toEqual({ title: '', note: null, rows: [] });
  });

  test('tells of all lines, each with its base', () => {
    const shown = spec({ ids: ['adoption', 'activation'] });
    expect(tooltipFor(shown, 83).rows.map(({ name, value, line }) => [name, value, line])).toEqual([
      ['Adoption', '66.5% (260 of 391)', 0],
      ['Activation', '97.7% (382 of 391)', 1],
    ]);
  });

  test('beyond the newest snapshot tells the forecast: low, middle and high, of the very range that is drawn', () => {
    const shown = spec({ targets: [{ target: aTarget() }], outlooks: [outlookOf('adoption')] });
    const [forecast] = shown.forecasts;
    const last = forecast?.points.at(-1);
    const ahead = daysAhead(shown);
    expect(ahead.at(-1)).toBe('2026-12-31');
    const percent = (value = 0) => `${(value * 100).toFixed(1)}%`;
    expect(tooltipFor(shown, shown.slots.length + ahead.length - 1)).toEqual({
      title: 'Thursday 31 December',
      note: 'Forecast',
      rows: [
        { key: 'adoption foreseen', name: 'Adoption', value: percent(last?.middle), line: 0 },
        {
          key: 'adoption range',
          name: 'Range, low to high',
          value: `${percent(last?.low)} to ${percent(last?.high)}`,
          line: null,
        },
      ],
    });
    const open = spec({
      period: { from: '2026-11-01', to: '2026-11-30' },
      targets: [{ target: aTarget() }],
      outlooks: [outlookOf('adoption')],
    });
    expect(tooltipFor(open, 26).note).toBe('Forecast');
    expect(tooltipFor(open, 26).rows.map(({ name }) => name)).toEqual(['Adoption', 'Range, low to high']);
    expect(tooltipFor(open, 22).rows.map(({ key }) => key)).toEqual(['adoption', 'made of']);
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
      ['Where it came from', '+22.5 points from people, −6.7 from the base'],
      ['Pace, last 4 and 13 weeks', expect.stringMatching(/^\+1\.\d points a week$/)],
      ['Forecast for 31 December', expect.stringMatching(/^\d\d\.\d%$/)],
    ]);
    expect(facts[0]?.source).toBe('50.7% on 1 Sep to 66.5% today');
    expect(facts[1]?.source).toBe('+22.5 from 83 more users, −6.7 from 42 more assigned licences');
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

describe('a period that is not over', () => {
  test('keeps the dates that were asked for, ends today, and is set beside equally many days', () => {
    const found = foundTrends({ period: { from: '2026-11-01', to: '2026-11-30' }, compare: true });
    expect(periodWords(found)).toBe('1 to 30 November 2026, so far 1 to 23 November 2026');
    expect([found.span, found.previousPeriod]).toEqual([
      { from: '2026-11-01', to: today },
      { from: '2026-10-09', to: '2026-10-31' },
    ]);
    expect(trendSpec(found, layers).slots).toHaveLength(23);
  });

  test('in whole weeks says which days those are', () => {
    const found = { ...foundTrends({ period: { from: '2026-05-01', to: '2026-11-11' }, first: '2026-01-01' }) };
    expect(periodWords(found)).toBe('1 May to 11 November 2026, in whole weeks: 27 April to 15 November 2026');
    const all = foundTrends({ period: { from: '2026-05-13', to: today }, first: '2026-05-13' });
    expect([periodWords(all), all.span.from]).toEqual(['13 May to 23 November 2026', '2026-05-13']);
  });
});

test('a period before with fewer snapshots has no change beside the whole one, and says which days it has', () => {
  const found = foundTrends({ first: '2026-08-20', compare: true });
  const fact = trendFacts(trendSpec(found, layers), [], '12 weeks').find(({ name }) => name.includes('before'));
  expect(fact).toMatchObject({
    name: 'Change in the 12 weeks before',
    figure: '—',
    moved: null,
    source: 'not as long: its snapshots are of 20 to 31 August 2026',
  });
  const { key, sentence } = trendNotes(
    { ...found, tooLongForDays: false, targets: [] },
    trendSpec(found, layers),
    layers,
  ).find((note) => note.key === 'short previous') ?? { key: null, sentence: null };
  expect([key, sentence]).toEqual([
    'short previous',
    'the first snapshot is from 20 August 2026; before it there is nothing to set beside.',
  ]);
});

test('a change over a shorter history says over how many days, not over the period', () => {
  const shown = spec({ ids: ['using_enpass', 'activated_license'], first: '2026-11-03' });
  expect(trendFacts(shown, [], '12 weeks').map(({ name }) => name)).toEqual([
    'Using Enpass, net over 20 days',
    'Activated, net over 20 days',
  ]);
});

test('a base that moved too far tells of who was added', () => {
  const found = foundTrends({ period: { from: '2026-05-25', to: today }, ids: ['activation'] });
  const facts = trendFacts(trendSpec(found, layers), [], '26 weeks');
  expect(facts.find(({ name }) => name === 'Where it came from')).toMatchObject({
    figure: '88 more assigned licences',
    source: '176 more activated: more than were added',
  });
});

test('days of another year say so, in tooltip, closes, gaps and labels', () => {
  const shown = spec({
    period: { from: '2025-09-01', to: '2025-11-23' },
    first: '2025-05-25',
    gaps: [{ ...gap, from: '2025-10-06', to: '2025-10-08' }],
    compare: true,
  });
  expect(tooltipFor(shown, 24).title).toBe('Thursday 25 September 2025');
  expect(tooltipFor(shown, 24).rows.map(({ name }) => name)).toContain('3 Jul 2025, 12 weeks before');
  expect(weekCloses(shown)?.rows[0]?.taken).toBe('Sun 23 Nov 2025');
  const found = { ...foundTrends(), tooLongForDays: false, targets: [] };
  expect(trendNotes(found, shown, layers)[0]?.fact).toBe('6–8 Oct 2025, no snapshots.');
  expect(timeTicks(shown, 900, today).map(({ text }) => text)[0]).toBe('1 Sep ’25');
  expect(timeTicks({ from: '2026-12-01', to: '2027-01-20' }, 1200, today).map(({ text }) => text)).toContain(
    '4 Jan ’27',
  );
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
      ['2026-W45', null],
    ]);
    expect(rows[3]).toMatchObject({ taken: 'no snapshot', cells: ['—', '—', '—'], unfinished: false });
    expect(rows[4]).toMatchObject({ week: '2026-W44', change: { text: '+1.2' } });
    expect([rows.length, more]).toEqual([8, 5]);
    const begun = weekCloses(spec({ first: '2026-10-14', period: { from: '2026-09-01', to: today } }));
    expect(begun?.rows.at(-1)?.week).toBe('2026-W42');
    const stale = weekCloses(spec({ missing: eachDay('2026-11-09', today) }));
    expect(stale?.rows.map(({ week }) => week).slice(0, 3)).toEqual(['2026-W47', '2026-W46', '2026-W45']);
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
