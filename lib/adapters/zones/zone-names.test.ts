import { expect, test } from 'vitest';
import type { TimeZone } from '@/lib/domain/day';
import { presentName, zoneChoices } from './zone-names';

const choices = zoneChoices();
const names = choices.map(({ name }) => name);

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['Africa/Asmera', 'Africa/Asmara'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['Asia/Chungking', 'Asia/Shanghai'],
  ['Etc/UTC', 'UTC'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['Etc/GMT-2', 'Etc/GMT-2'],
] as const satisfies [TimeZone, TimeZone][])('%s is called %s now', (name, present) => {
  expect(presentName(choices, name)).toBe(present);
});

test('UTC comes first, then every zone of this machine under its present name, once', () => {
  expect(names[0]).toBe('UTC');
  expect(names).toEqual([...new Set(names)]);
  expect(names).not.toContain('Asia/Calcutta');
  const found = new Set(choices.flatMap(({ name, others }) => [name, ...others]));
  expect(Intl.supportedValuesOf('timeZone').filter((name) => !found.has(name as TimeZone))).toEqual([]);
});

test('whatever name this engine gives a zone, its clock is that of the present name', () => {
  const at = new Date('2026-07-01T12:00:00Z');
  const shown = (timeZone: string) => at.toLocaleString('en-GB', { timeZone });
  const wrong = choices.filter(({ name, others }) => others.some((other) => shown(other) !== shown(name)));
  expect(wrong).toEqual([]);
});
