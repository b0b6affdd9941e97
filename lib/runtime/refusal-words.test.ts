import { expect, test } from 'vitest';
import { refusalWords } from './refusal-words';

test.each([
  ['the server refuses connections: start it', 'The server refuses connections: start it.'],
  ['Port 3000 is taken.', 'Port 3000 is taken.'],
  ['The configuration has faults:\n  PORT is not a number.', 'The configuration has faults:\n  PORT is not a number.'],
  ['\nInvalid `prisma.x()` invocation:\n\n\nThe table does not exist', 'The table does not exist.'],
])('%j ends a start as a sentence', (message, words) => {
  expect(refusalWords(new Error(message))).toBe(words);
});
