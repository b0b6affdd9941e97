import { expect, test } from 'vitest';
import { betweenMarks, newSheet, tableOf } from './table';

test('a row says whether its aim is met, at the limit too', () => {
  const { rows, atMost, atLeast } = newSheet();
  atMost('page', 2.5, 2.5, 'x');
  atMost('memory', 221.4, 220, ' MB');
  atLeast('requests', 0.4, 0.4, 'x');
  atLeast('requests beside', 0.39, 0.4, 'x');
  expect(tableOf(rows)).toBe(
    [
      '| measure | value | aim | met |',
      '|---|---|---|---|',
      '| page | 2.50x | <= 2.5x | yes |',
      '| memory | 221 MB | <= 220 MB | NO |',
      '| requests | 0.40x | >= 0.4x | yes |',
      '| requests beside | 0.39x | >= 0.4x | NO |',
    ].join('\n'),
  );
});

test('a figure that could not be taken meets no aim', () => {
  const { rows, atMost, atLeast } = newSheet();
  atMost('gone', Number.NaN, 1);
  atLeast('gone', Number.NaN, 1);
  expect(rows.map(({ met }) => met)).toEqual([false, false]);
});

test('the table replaces what stood between the marks, and nothing else', () => {
  const readme = 'above\n<!-- bench -->\nold\n<!-- /bench -->\nbelow\n';
  expect(betweenMarks(readme, 'new')).toBe('above\n<!-- bench -->\nnew\n<!-- /bench -->\nbelow\n');
  expect(() => betweenMarks('no marks', 'new')).toThrow('are gone');
});
