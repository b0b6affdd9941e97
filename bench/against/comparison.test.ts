import { expect, test } from 'vitest';
import { compare, comparisonTable } from './comparison';

test('a row holds both figures, their ratio and whether the aim is met', () => {
  const rows = [
    compare({ measure: 'requests', unit: '/s', figures: [260, 200], aim: { atLeast: 1.3 } }),
    compare({ measure: 'command line', unit: ' s', figures: [0.78, 2.6], aim: { atMost: 0.25 } }),
  ];
  expect(comparisonTable(rows, ['this', 'before'])).toBe(
    [
      '| measure | this | before | ratio | aim | met |',
      '|---|---|---|---|---|---|',
      '| requests | 260/s | 200/s | 1.30x | >= 1.3x | yes |',
      '| command line | 0.78 s | 2.60 s | 0.30x | <= 0.25x | NO |',
    ].join('\n'),
  );
});

test('a figure that is missing meets no aim', () => {
  expect(compare({ measure: 'gone', unit: '', figures: [1], aim: { atMost: 1 } }).met).toBe(false);
  expect(compare({ measure: 'gone', unit: '', figures: [], aim: { atLeast: 1 } }).met).toBe(false);
});
