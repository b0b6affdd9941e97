import { expect, test } from 'vitest';
import { instant, shown } from './cells';

test.each([
  ['2026-02-27T06:00:00+01:00', '2026-02-27T05:00:00Z'],
  ['2026-02-27T06:00:00.1Z', '2026-02-27T06:00:00.100Z'],
  ['2026-02-27 06:00:00.123456+00:00', '2026-02-27T06:00:00.123Z'],
  ['2026-02-27 06:00:00.123+00', '2026-02-27T06:00:00.123Z'],
  ['2026-02-27 06:00:00-0330', '2026-02-27T09:30:00Z'],
  ['2026-02-27 06:00:00 UTC', '2026-02-27T06:00:00Z'],
])('the instant %s is read, whichever tool wrote it', (text, same) => expect(instant(text)).toEqual(new Date(same)));

test.each([
  '2026-02-27T06:00:00',
  '2026-02-27 06:00:00',
  '2026-02-27T26:00:00Z',
  '2026-02-30T06:00:00Z',
  '2026-02-27',
  '1',
])('the time %s is no instant', (text) => expect(instant(text)).toBe('invalid'));

test('no time is unknown', () => expect(instant('')).toBeNull());

test('what is shown of a file is short, on one line, and nothing that a terminal obeys or that is half a character', () => {
  expect(shown('a\r\n\tb')).toBe('"a b"');
  expect(shown('\u001b[2J\u202Eabc')).toBe('"\uFFFD[2J\uFFFDabc"');
  expect(shown('😀'.repeat(30))).toBe(`"${'😀'.repeat(24)}…"`);
  expect(shown({ a: [1] })).toBe('"{"a":[1]}"');
  expect(shown(undefined)).toBe('"undefined"');
  expect(shown('x'.repeat(1_000_000))).toHaveLength(27);
});
