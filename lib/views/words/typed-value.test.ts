import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeableValue, typedValue } from './typed-value';

test.each([
  ['75', 0.75],
  ['75%', 0.75],
  [' 61.9 % ', 0.619],
  ['61,9', 0.619],
  ['0', 0],
  ['150', 1.5],
])('a rate typed as %j is %d', (text, value) => expect(typedValue('adoption', text)).toBe(value));

test.each([
  ['400', 400],
  ['1,200', 1200],
  ['1 200', 1200],
  ['12.5', 12.5],
])('a count typed as %j is %d', (text, value) => expect(typedValue('activated_license', text)).toBe(value));

test.each(['', 'many', '-5', '1e3', '12.5.1', '１２', 'NaN', '0x10'])('%j is no number', (text) => {
  expect(typedValue('adoption', text)).toBeNull();
  expect(typedValue('activated_license', text)).toBeNull();
});

test('what a field starts with is typed back as the same value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (perMille) => {
      expect(typedValue('adoption', typeableValue('adoption', perMille / 1000))).toBe(perMille / 1000);
    }),
  );
});
