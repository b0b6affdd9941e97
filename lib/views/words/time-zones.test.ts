import { expect, test } from 'vitest';
import { zoneOptions } from './time-zones';

const choices = [
  { name: 'UTC', others: [] },
  { name: 'America/New_York', others: ['US/Eastern'] },
  { name: 'Asia/Kolkata', others: ['Asia/Calcutta'] },
] as const;

test('present names come first, and under a former name stands the present one', () => {
  expect(zoneOptions(choices, 'UTC').map(({ label }) => label)).toEqual([
    'UTC',
    'America/New York',
    'Asia/Kolkata',
    'Asia/Calcutta, now Asia/Kolkata',
    'US/Eastern, now America/New York',
  ]);
});

test('a zone that is none of them is offered as long as it is the current one', () => {
  expect(zoneOptions(choices, 'Etc/GMT-2')[0]).toEqual({ value: 'Etc/GMT-2', label: 'Etc/GMT-2' });
  expect(zoneOptions(choices, 'Asia/Calcutta')).toHaveLength(5);
});
