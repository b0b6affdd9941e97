import { expect, test } from 'vitest';
import { addressWords } from './address-words';

test.each([
  ['metric=adoption&period=12w', 'Adoption, the last 12 weeks'],
  ['metric=adoption&metric=usage&period=26w&interval=week', 'Adoption and Usage, the last 26 weeks, weekly close'],
  ['metric=usage&period=all&interval=day', 'Usage, all days, daily'],
  ['metric=usage&period=dates&from=2026-09-01&to=2026-09-30', 'Usage, 1 to 30 September 2026'],
  ['metric=gone&period=4w', 'gone, the last 4 weeks'],
])('%s is told as %s', (query, words) => expect(addressWords(query)).toBe(words));
