import { expect, test } from 'vitest';
import { directionOf } from './direction';

test('a rise is good news only where up is good', () => {
  expect(directionOf(4, 'up')).toEqual({ direction: 'up', verdict: 'good' });
  expect(directionOf(4, 'down')).toEqual({ direction: 'up', verdict: 'poor' });
  expect(directionOf(-4, 'none')).toEqual({ direction: 'down', verdict: 'plain' });
});

test('a change that prints as nothing has no direction', () => {
  expect(directionOf(0.04, 'up', 0.1).direction).toBe('same');
  expect(directionOf(0.1, 'up', 0.1).direction).toBe('up');
});
