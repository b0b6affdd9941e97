import { expect, test } from 'vitest';
import { failureText } from './failure-words';

test('one person is not 1 people', () => {
  expect(failureText({ kind: 'in-use', users: 1, readings: 1 })).toContain('(1 person, 1 reading)');
});
