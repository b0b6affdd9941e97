import { expect, test } from 'vitest';
import { foldText, saysAll, termsOf } from './fold-text';

test.each([
  ['Rotterdam', 'rOTTERDAM'],
  ['Zoë', 'ZOE'],
  ['Zoe\u0308', 'zoë'],
  ['Straße', 'STRASSE'],
  ['ΟΔΟΣ', 'οδος'],
  ['İstanbul', 'istanbul'],
  ['ﬁle', 'FILE'],
  ['Łódź', 'lodz'],
  ['København', 'kobenhavn'],
  ['Đorđe', 'dorde'],
  ['Ærø', 'aero'],
  ['Œuvre', 'oeuvre'],
  ['Þór', 'thor'],
  ['Seyðisfjörður', 'seydisfjordur'],
  ['Ħal', 'hal'],
  ['ızgara', 'IZGARA'],
])('%s is found by %s', (text, query) => expect(foldText(text)).toBe(foldText(query)));

test('words are looked for one by one, wherever they stand', () => {
  expect(termsOf('  zoë  Rotterdam zoe')).toEqual(['ZOE', 'ROTTERDAM']);
  expect(termsOf(' \n')).toEqual([]);
  expect(saysAll(['Call Rotterdam.', 'Zoë does'], termsOf('zoe rott'))).toBe(true);
  expect(saysAll(['Call Rotterdam.', ''], termsOf('zoe rott'))).toBe(false);
});
