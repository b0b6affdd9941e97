import { expect, test } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { addDays, type Day } from '@/lib/domain/day';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { addWeeks, daysOfWeek } from '@/lib/domain/week';
import { type WeekQuestion, weekFactsOf } from '@/lib/domain/week-facts';
import { someCounts } from '@/tests/support/counts';
import { anAnnotation } from '@/tests/support/found-trends';
import { weekSheet } from './week-sheet';

const usings = [234, 239, 244, 250, 260];
const closes = usings.map((using_enpass, index) => {
  const week = addWeeks('2026-W47', index - 4);
  const { to } = daysOfWeek(week);
  const counts = someCounts({ using_enpass, activated_license: 322 + 7 * index });
  return { week, close: { day: to, takenAt: new Date(`${to}T05:00:00Z`), source: 'scheduled' as const, counts } };
});
const failed = (day: Day, status: number) =>
  ({ day, failure: { kind: 'server-trouble', detail: null, status, nextTryAt: null } }) as const;
const facts = (over: Partial<WeekQuestion> = {}) =>
  weekFactsOf({
    week: '2026-W47',
    today: '2026-11-23',
    closes,
    captured: ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    gaps: [{ day: '2026-11-18', reason: 'server-trouble', status: 500 }],
    failedRuns: [failed('2026-11-18', 500), failed('2026-11-18', 500), failed('2026-11-19', 502)],
    ...over,
  });
const sheet = (over: Partial<WeekQuestion> = {}) =>
  weekSheet({
    facts: facts(over),
    organisation: { name: 'Northwind', timeZone: 'Europe/Berlin' },
    planned: null,
    targets: [],
    annotations: [],
    day: '2026-11-23',
  });

test('a sheet shows the week beside the four before, with their mean and the change to the last', () => {
  const { title, span, taken, numbers, flows } = sheet();
  expect([title, span]).toEqual(['Week 47', '16–22 November 2026']);
  expect(taken).toBe('Snapshot of Sun 22 Nov, taken 06:00, Berlin time');
  expect(numbers.heads).toEqual(['W43', 'W44', 'W45', 'W46', 'W47']);
  expect(numbers.rows.map(({ label }) => label)).toEqual([
    'Adoption',
    'Assigned',
    'Activated',
    'Onboarded',
    'Using Enpass',
    'Browser extension',
    'Autofill, ever used',
    'Active, 30 days',
  ]);
  expect(numbers.rows[4]).toEqual({
    metric: 'using_enpass',
    label: 'Using Enpass',
    base: null,
    cells: ['234', '239', '244', '250', '260'],
    mean: '241.8',
    change: { direction: 'up', verdict: 'good', text: '+10' },
  });
  expect(numbers.rows[0]?.change).toEqual({ direction: 'up', verdict: 'good', text: '+2.4' });
  expect(flows.rows[0]).toEqual({
    label: 'Assigned to Activated',
    net: '+7',
    pace: '+7.0 a week',
    pending: '70',
    weeksToClear: '10.0',
  });
  expect(flows.bottleneck).toBe('Bottleneck: App setup pending, 50 people and no net progress in four weeks.');
});

test('a sheet says which days are missing and why, and which runs failed on days that came later', () => {
  const { quality } = sheet();
  expect(quality[0]).toEqual({
    tone: 'bad',
    fact: '6 of 7 days.',
    sentence: 'No snapshot on Wed 18 Nov: server error (500) in 2 runs.',
  });
  expect(quality.at(-1)).toEqual({
    tone: 'plain',
    fact: '1 failed run,',
    sentence: 'captured the same day: 19 Nov server error (502).',
  });
  expect(quality.slice(1, -1).every(({ fact }) => fact === 'Note:')).toBe(true);
});

test('runs that failed before the first snapshot, or today, are not said to have been made good', () => {
  const remark = (over: Partial<WeekQuestion>) => sheet({ gaps: [], ...over }).quality.at(-1);
  const failedRuns = [failed('2026-11-18', 500), failed('2026-11-18', 500)];
  expect(remark({ captured: ['2026-11-20', '2026-11-21', '2026-11-22'], failedRuns })).toEqual({
    tone: 'plain',
    fact: '2 failed runs,',
    sentence: 'no snapshot that day: 18 Nov server error (500).',
  });
  expect(remark({ today: '2026-11-18', captured: ['2026-11-16', '2026-11-17'], failedRuns })).toMatchObject({
    sentence: 'no snapshot that day so far: 18 Nov server error (500).',
  });
});

test('the sheet of a week that is not over says so far, and writes unknown as a dash', () => {
  const open = sheet({ today: '2026-11-22', closes: [{ ...closes[0], week: '2026-W42', close: null }, ...closes] });
  expect(open.soFar).toBe(true);
  expect(open.numbers.rows.every(({ change }) => change?.text.endsWith('so far'))).toBe(true);
  const none = sheet({ closes: [...closes.slice(0, -1), { week: '2026-W47', close: null }] });
  expect(none.numbers.rows.map(({ cells, change }) => [cells.at(-1), change])).toEqual(Array(8).fill(['—', null]));
  expect(none.taken).toBe('No snapshot in week 47');
});

test('a movement so far that began before the week says over how many days, in figures and flows', () => {
  const [early, ...rest] = closes.toReversed();
  const moved = rest.map((one, back) =>
    back === 0 ? { ...one, close: { ...one.close, day: '2026-11-10' as const } } : one,
  );
  const fresh = early && { ...early, close: { ...early.close, day: '2026-11-20' as const } };
  if (!fresh) throw new Error('no close');
  const from = (all: typeof closes) => sheet({ today: '2026-11-20', closes: all });
  const late = from([...moved.toReversed(), fresh]);
  expect(late.numbers.rows[4]?.change?.text).toBe('+10 so far, over 10 days');
  expect(late.flows.rows.map(({ net }) => net)).toEqual([
    '+7 so far, over 10 days',
    'unchanged so far, over 10 days',
    '+10 so far, over 10 days',
  ]);
  const usual = from([...rest.toReversed(), fresh]);
  expect(usual.numbers.rows[4]?.change?.text).toBe('+10 so far');
  expect(usual.flows.rows[0]?.net).toBe('+7 so far');
});

test('large paces have thousands separators, too', () => {
  const growing = closes.map((one, index) => {
    const activated_license = index * 5_001;
    return {
      ...one,
      close: { ...one.close, counts: someCounts({ activated_license, activation_pending: 9_000_000 }) },
    };
  });
  expect(sheet({ closes: growing }).flows).toMatchObject({
    rows: [{ pace: '+5,001.0 a week', weeksToClear: '1,799.6' }, {}, {}],
    bottleneck: expect.any(String),
  });
});

test('a sheet is plain data: canonical text and back loses nothing', () => {
  expect(JSON.parse(canonicalJson(sheet()))).toEqual(sheet());
});

const withClosed = (over: readonly (Partial<AdoptionCounts> | null)[], weekdays: readonly number[] = []) =>
  sheet({
    closes: over.map((one, index) => {
      const week = addWeeks('2026-W47', index - over.length + 1);
      const day = addDays(daysOfWeek(week).from, weekdays[index] ?? 6);
      const takenAt = new Date(`${day}T05:00:00Z`);
      return { week, close: one && { day, takenAt, source: 'scheduled' as const, counts: someCounts(one) } };
    }),
  });

test('a mean says of how many weeks it is, and one week has none', () => {
  const three = withClosed([null, { using_enpass: 240 }, { using_enpass: 243 }, { using_enpass: 246 }, {}]).numbers;
  expect([three.meanHead, three.rows[4]?.mean]).toEqual(['Mean of 3', '243']);
  const one = withClosed([null, null, null, { using_enpass: 246 }, {}]).numbers;
  expect([one.meanHead, one.rows[4]?.mean]).toEqual(['Mean', '—']);
  const partly = withClosed([{}, {}, { using_enpass: null }, {}, {}]).numbers;
  expect([partly.meanHead, partly.rows[4]?.mean]).toEqual(['Mean of 4', '260 (of 3)']);
});

test('a change between closes of unequal weekdays says over how many days', () => {
  const { numbers, flows } = withClosed([{}, {}, {}, { using_enpass: 246 }, {}], [6, 6, 6, 0, 6]);
  expect(numbers.rows[4]?.change?.text).toBe('+14 over 13 days');
  expect(flows.rows[2]?.net).toBe('+14 over 13 days');
});

test('licences are told once while they stay, and under each column where they did not', () => {
  const assigned = (licences: readonly number[]) =>
    withClosed(licences.map((total_license) => ({ total_license }))).numbers.rows[1];
  expect(assigned([500, 500, 500, 500, 500])).toMatchObject({ base: 'of 500 licences' });
  expect(assigned([500, 500, 500, 500, 500])).not.toHaveProperty('bases');
  expect(assigned([450, 450, 450, 450, 500])).toMatchObject({
    base: 'of licences',
    bases: ['of 450', 'of 450', 'of 450', 'of 450', 'of 500'],
  });
});

test('a growing queue is called one, and every group says why it has no number', () => {
  const grown = withClosed([
    { activated_license: 322, activation_pending: 42, onboarded_users: 300, using_enpass: 250, usage_pending: 60 },
    {},
    {},
    {},
    { usage_pending: 0 },
  ]).flows;
  expect(grown.rows.map(({ weeksToClear }) => weeksToClear)).toEqual(['growing', 'no progress', 'nobody waits']);
  expect(grown.bottleneck).toBe(
    'Bottleneck: Activation pending, 70 people and growing by 7.0 a week while others pass through.',
  );
  const young = withClosed([null, null, null, null, { app_setup_pending: null }]).flows;
  expect(young.rows.map(({ weeksToClear }) => weeksToClear)).toEqual(['pace unknown', '—', 'pace unknown']);
  expect(young.bottleneck).toMatch('Bottleneck not known');
});

test('the pace divides by the days between its closes', () => {
  const { rows } = withClosed([{ activated_license: 316 }, {}, {}, {}, {}], [0, 6, 6, 6, 6]).flows;
  expect(rows[0]?.pace).toBe('+7.0 a week');
});

test('a day of another year than the sheet’s says so', () => {
  const { annotations } = weekSheet({
    facts: facts(),
    organisation: { name: 'Northwind', timeZone: 'Europe/Berlin' },
    planned: null,
    targets: [],
    annotations: [anAnnotation({ from: '2025-12-01', to: '2026-11-20' }, 'Roll-out')],
    day: '2026-11-23',
  });
  expect(annotations[0]?.sentence).toBe('· Campaign, 1 Dec 2025–20 Nov 2026.');
});
