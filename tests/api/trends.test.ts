import { expect, test } from 'vitest';
import { apiWorld, halfAYear } from './api-world';

const { tokens, promised } = apiWorld({ asks: 'max', furnish: halfAYear });

test('a trend answers every day, weekly closes with their days, and the period before', async () => {
  const daily = await promised<{ points: unknown[] }>('get', '/trends', {
    query: '?metric=adoption&from=2026-11-16&to=2026-11-19',
  });
  expect(daily).toEqual({
    metric: 'adoption',
    unit: 'ratio',
    interval: 'day',
    weeksPerPoint: 0,
    points: [
      { day: '2026-11-16', value: 253 / 420 },
      { day: '2026-11-17', value: 254 / 420 },
      { day: '2026-11-18', value: null },
      { day: '2026-11-19', value: 256 / 420 },
    ],
    previous: null,
  });
  const query = '?metric=using_enpass&from=2026-11-10&to=2026-11-23&interval=week&compare=previous';
  expect(await promised('get', '/trends', { query, token: tokens.vera })).toMatchObject({
    points: [
      { week: '2026-W46', day: '2026-11-15', takenDay: '2026-11-15', value: 252 },
      { week: '2026-W47', day: '2026-11-22', takenDay: '2026-11-22', value: 259 },
      { week: '2026-W48', day: '2026-11-29', takenDay: '2026-11-23', value: 260 },
    ],
    previous: [{ week: '2026-W43' }, { week: '2026-W44' }, { week: '2026-W45', day: '2026-11-02', value: 239 }],
  });
});
