import { expect, test } from 'vitest';
import { storedDay, storedWeek, storedZone } from './rows';

test('a row whose day, week or zone is none was written by something else and is refused', () => {
  expect(() => storedDay('soon')).toThrow('the database has an unknown day');
  expect(() => storedWeek('2027-W53')).toThrow('the database has an unknown week');
  expect(() => storedZone('Europe/Nowhere')).toThrow('the database has an unknown time zone');
});

test('a token may last longer than a calendar goes', () => {
  expect(storedDay('9999-12-31')).toBe('9999-12-31');
  expect(storedWeek('2026-W53')).toBe('2026-W53');
  expect(storedZone('CET')).toBe('CET');
});
