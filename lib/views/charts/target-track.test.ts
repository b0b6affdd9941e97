import { expect, test } from 'vitest';
import { addDays, eachDay } from '@/lib/domain/day';
import type { Target } from '@/lib/domain/target';
import { progressOf } from '@/lib/domain/target-progress';
import { targetTrack } from './target-track';

const today = '2026-11-23';
const aTarget: Target = {
  id: 't',
  metric: 'adoption',
  value: 0.75,
  direction: 'up',
  dueDay: '2026-12-31',
  setOn: '2026-09-01',
  startValue: 0.5,
  setByName: 'Max Okafor',
};
const rows = (perDay: number, strayed = 0) =>
  eachDay(addDays(today, -181), today).map((day, index) => ({
    day,
    using_enpass: Math.round(260 - perDay * (181 - index)) - (index % 14 < 7 ? strayed : 0),
    assigned_license: 420,
    activated_license: 350,
  }));
const track = (target: Target, of = rows(1)) => targetTrack(target, progressOf(target, of, today));

test('a rate stands on a scale to 100%, with its forecast and its words for who cannot see it', () => {
  const { title, now, aim, forecast, zero } = track(aTarget, rows(1, 3));
  expect(title).toMatch(/^Now 61\.9%, target 75%, forecast 68\.5% \(\d\d\.\d% to \d\d\.\d%\)$/);
  expect([now?.at, aim.at, zero]).toEqual([61.9, 75, '0%']);
  expect(forecast?.text.text).toMatch(/^forecast \d\d\.\d–\d\d\.\d%$/);
});

test('without a forecast the track says so, and without a number it says unknown', () => {
  const few = rows(0).slice(-15);
  expect(track(aTarget, few)).toMatchObject({ title: 'Now 61.9%, target 75%, no forecast', forecast: null });
  expect(track(aTarget, [])).toMatchObject({ title: 'Now unknown, target 75%, no forecast', now: null });
});

test('every mark of a count lies on the track, however large the target', () => {
  for (const value of [1, 350, 351, 100_000]) {
    const { now, aim } = track({ ...aTarget, metric: 'activated_license', value });
    for (const at of [now?.at ?? 0, aim.at]) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(100);
    }
  }
});
