import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv-text';

test('negative numbers stay numbers, and text that a spreadsheet would run does not', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
  expect(csvText([[-5, -0.25, null, ...dangerous]])).toBe(`-5,-0.25,,'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"'\r=1",'＝1\r\n`);
});

test('every other text comes back as it was, whatever it holds', () => {
  const harmless = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
      const back = parse(csvText([['a', 'b'], ...rows]));
      expect(back.slice(1)).toEqual(rows);
    }),
  );
});
