import { expect, test } from 'vitest';
import { fieldWords } from './field-words';

test.each([
  ['a whole number', 'Enter a whole number'],
  ['must not be before `from`', 'Must not be before the first day'],
  ['Enter a title', 'Enter a title'],
])('%j is told as %j', (message, told) => expect(fieldWords(message)).toBe(told));
