/**
 * Text as it is compared when one looks for it: upper and lower case alike, with and without accents, in any writing. Never shown.
 * @example foldText('Straße Zoë') // 'STRASSE ZOE'
 * @example foldText('ΟΔΟΣ') === foldText('οδος') // true
 * @example foldText('Łódź') // 'LODZ'
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[ŁØĐÐĦŦÆŒÞ]/g, (letter) => plain[letter] ?? letter);

/** To Unicode these are letters of their own, not letters with a mark; a keyboard without them writes so. */
const plain: Readonly<Record<string, string>> = {
  ...{ Ł: 'L', Ø: 'O', Đ: 'D', Ð: 'D', Ħ: 'H', Ŧ: 'T' },
  ...{ Æ: 'AE', Œ: 'OE', Þ: 'TH' },
};

/**
 * What is looked for, word by word, folded, each once; empty when nothing but blanks is asked.
 * @example termsOf('  zoë  Rotterdam zoe') // ['ZOE', 'ROTTERDAM']
 */
export const termsOf = (query: string): readonly string[] => [...new Set(foldText(query).split(/\s+/).filter(Boolean))];

/** Whether each term stands somewhere in these texts, in whatever order. */
export function saysAll(texts: readonly string[], terms: readonly string[]): boolean {
  const folded = texts.map(foldText);
  return terms.every((term) => folded.some((text) => text.includes(term)));
}
