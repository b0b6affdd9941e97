import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { funnelOf } from '@/lib/domain/funnel';
import { someCounts } from '@/tests/support/counts';
import { againstLength, againstWords, baseWords, dropOffWords, featureWords } from './overview-words';

const aDropOff = {
  from: 'assigned_license',
  to: 'activated_license',
  waiting: 'activation_pending',
  pending: 70,
  share: 70 / 420,
} as const;

test('the biggest drop-off is named with its people and their share', () => {
  expect(dropOffWords({ dropOff: aDropOff, stages: [] })).toBe(
    'Biggest drop-off: Assigned to Activated, 70 people (16.7%) have activation pending',
  );
  expect(dropOffWords({ dropOff: { ...aDropOff, pending: 1 }, stages: [] })).toMatch(
    '1 person (16.7%) has activation pending',
  );
});

test('without a drop-off the header says so, and tells nobody from unknown', () => {
  const nobody = { activation_pending: 0, app_setup_pending: 0, usage_pending: 0 };
  expect(dropOffWords(funnelOf(someCounts(nobody)))).toBe('Nobody is waiting between two stages');
  expect(dropOffWords(funnelOf(someCounts({ ...nobody, unassigned_license: null })))).toMatch('Nobody is waiting');
  expect(dropOffWords(funnelOf(someCounts({ ...nobody, usage_pending: null })))).toBe(
    'Biggest drop-off unknown: Usage pending is missing',
  );
});

test('every share says what it is of, and an unknown base is a dash', () => {
  expect(baseWords('assigned_license', 1420)).toBe('of 1,420 assigned');
  expect(baseWords('total_license', null)).toBe('of — licences');
});

test('ever used and lately active are told apart', () => {
  expect(featureWords({ id: 'autofill', pending: 80 })).toBe('ever used · 80 never');
  expect(featureWords({ id: 'active', pending: 60 })).toBe('last 30 days · 60 inactive');
});

test('numbers that are not new are never called today’s: their days are named, in another year with it', () => {
  const words = (day: Day, against: Day | null, today: Day = '2026-11-23') => {
    const { headline, licences } = againstWords({ day, against, today });
    return [headline, licences];
  };
  expect(words('2026-11-23', '2026-11-16')).toEqual(['Against a week ago', 'a week ago']);
  expect(words('2026-11-22', '2026-11-15')).toEqual(['Against a week ago', 'a week ago']);
  expect(words('2026-11-03', '2026-10-27')).toEqual(['Tue 3 Nov against a week before', 'a week before']);
  expect(words('2026-11-23', '2026-11-14')).toEqual([
    'Against Sat 14 Nov; a week ago has no snapshot',
    'on Sat 14 Nov',
  ]);
  expect(words('2026-12-30', '2026-12-21', '2027-01-06')).toEqual([
    'Wed 30 Dec 2026 against Mon 21 Dec 2026; a week before has no snapshot',
    'on Mon 21 Dec 2026',
  ]);
});

test('a change against another day than a week ago is headed by its days', () => {
  expect(againstLength({ day: '2026-11-23', against: '2026-11-16' })).toBe('1 week');
  expect(againstLength({ day: '2026-11-23', against: '2026-11-13' })).toBe('10 days');
});
