import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as cells from '@/lib/api/imports/cells';
import * as change from '@/lib/domain/change';
import * as day from '@/lib/domain/day';
import * as forecastShown from '@/lib/domain/forecast-shown';
import * as providerClaims from '@/lib/domain/provider-claims';
import * as numbers from '@/lib/views/words/numbers';

type Exports = Readonly<Record<string, unknown>>;

const files: readonly (readonly [string, Exports])[] = [
  ['lib/api/imports/cells.ts', cells],
  ['lib/domain/change.ts', change],
  ['lib/domain/day.ts', day],
  ['lib/domain/forecast-shown.ts', forecastShown],
  ['lib/domain/provider-claims.ts', providerClaims],
  ['lib/views/words/numbers.ts', numbers],
];

describe.each(files)('the docstrings of %s', (file, exports) => {
  const examples = examplesIn(readFileSync(file, 'utf8'));

  test('have examples', () => expect(examples).not.toEqual([]));

  test.each(examples)('say what is so: %s', (example) => check(example, exports));
});

test.each([
  ["addDays('2026-02-28', 1) // '2026-02-29'", "expected '2026-03-01'"],
  ["addDays('2026-02-28', 1)", 'no answer'],
  ["subtractDays('2026-02-28', 1) // '2026-02-27'", 'subtractDays is not defined'],
])('a wrong example is found: %s', (example, fault) => {
  const docstring = `/**\n * Moves a day.\n * @example ${example}\n */`;
  expect(() => examplesIn(docstring).map((found) => check(found, day))).toThrow(fault);
});

/** What follows `@example` on its line: `call // answer`, both in JavaScript. */
function examplesIn(text: string): string[] {
  return [...text.matchAll(/@example (.+?)(?: ?\*\/)?$/gm)].map(([, example = '']) => example);
}

function check(example: string, exports: Exports): void {
  const [call = '', answer] = example.split(' // ');
  if (answer === undefined) throw new Error(`${call} has no answer`);
  const evaluate = (code: string): unknown =>
    new Function(...Object.keys(exports), `return ${code}`)(...Object.values(exports));
  expect(evaluate(call)).toStrictEqual(evaluate(answer));
}
