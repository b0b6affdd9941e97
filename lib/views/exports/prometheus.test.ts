import { expect, test } from 'vitest';
import { prometheusText } from './prometheus';

test('each known measure is three lines, an unknown one none', () => {
  const text = prometheusText([
    { name: 'days', help: 'Days kept', value: 400 },
    { name: 'age', help: 'Seconds', value: null },
  ]);
  expect(text).toBe('# HELP days Days kept\n# TYPE days gauge\ndays 400\n');
});
