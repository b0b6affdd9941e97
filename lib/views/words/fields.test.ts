import { expect, test } from 'vitest';
import { fieldWords, plainWords } from './fields';

test.each([
  ['a whole number', 'Enter a whole number.'],
  ['must not be before `from`', 'Must not be before the first day.'],
  ['Enter a name.', 'Enter a name.'],
])('%j is told as %j', (message, told) => expect(fieldWords(message)).toBe(told));

test('within a sentence a message asks as well, but without a capital', () => {
  expect(plainWords('a day like 2026-02-27')).toBe('enter a day like 2026-02-27.');
  expect(plainWords('must not be before `from`')).toBe('must not be before the first day.');
});
