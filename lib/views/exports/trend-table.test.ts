import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { anAnnotation } from '@/tests/support/found-trends';
import { trendCells } from './trend-table';

const point = (day: Day) => ({ day, week: null, takenDay: day, value: 5, part: 5, base: null, unfinished: false });
const days = ['2027-01-02', '2027-01-03', '2027-01-04'] as const;

test('an annotation that began before the first row and goes on stands in it, as the chart shows it', () => {
  const annotations = [
    anAnnotation({ from: '2026-12-21', to: '2027-01-03' }, 'Holidays'),
    anAnnotation({ from: '2027-01-02', to: '2027-01-02' }, 'Saturday'),
    anAnnotation({ from: '2027-01-03', to: '2027-01-09' }, 'New year’s week'),
    anAnnotation({ from: '2026-12-01', to: '2027-01-01' }, 'Over before'),
  ] as const;
  const lines = [{ metric: 'using_enpass', points: days.map(point), previous: null }] as const;
  const rows = trendCells({ interval: 'day', lines, gaps: [], annotations });
  expect(rows.map((row) => row.at(-1))).toEqual(['Holidays; Saturday', 'New year’s week', null]);
});
