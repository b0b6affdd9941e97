import { foldText } from '@/lib/domain/fold-text';

export type Piece = { readonly text: string; readonly hit: boolean };

const before = 60;
const longest = 180;

/**
 * Where a text says what is looked for, on one line: words around the first hit, every hit apart. Null when it says none of it.
 * `terms` are folded, see `termsOf`.
 * @example excerptOf('Call Rotterdam.', ['ROTTER']) // [{ text: 'Call ', hit: false }, { text: 'Rotter', hit: true }, { text: 'dam.', hit: false }]
 */
export function excerptOf(text: string, terms: readonly string[]): readonly Piece[] | null {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  const hits = hitsIn(signs, terms);
  const first = hits.indexOf(true);
  if (first === -1) return null;
  const from = wordStart(signs, Math.max(0, first - before));
  const to = wordEnd(signs, Math.min(signs.length, from + longest));
  const pieces: { text: string; hit: boolean }[] = [];
  for (let at = from; at < to; at++) {
    const hit = hits[at] ?? false;
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += signs[at];
    else pieces.push({ text: signs[at] ?? '', hit });
  }
  return [...dots(from > 0), ...pieces, ...dots(to < signs.length)];
}

/**
 * The first words of a text on one line, cut between words; empty for a blank text.
 * @example firstWords('Rotterdam\n\nbegan.', 12) // 'Rotterdam …'
 */
export function firstWords(text: string, length = 110): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  if (signs.length <= length) return signs.join('');
  return `${signs.slice(0, wordEnd(signs, length)).join('').trimEnd()} …`;
}

/** Which signs belong to a term; a sign may fold to several letters, or to none. */
function hitsIn(signs: readonly string[], terms: readonly string[]): readonly boolean[] {
  const folded = signs.map(foldText);
  const places = folded.flatMap((letters, at) => Array.from(letters, () => at));
  const all = folded.flatMap((letters) => [...letters]);
  const hits: boolean[] = signs.map(() => false);
  for (const term of terms.map((one) => [...one])) {
    for (let start = 0; start + term.length <= all.length; start++) {
      if (!term.every((letter, index) => all[start + index] === letter)) continue;
      for (let index = 0; index < term.length; index++) hits[places[start + index] ?? 0] = true;
    }
  }
  return hits;
}

const wordStart = (signs: readonly string[], at: number): number => {
  // Before the first word there is none, either: -1 begins it.
  const blank = signs.lastIndexOf(' ', at);
  return at - blank > 20 ? at : blank + 1;
};

/** A text without blanks is cut where it must be. */
const wordEnd = (signs: readonly string[], at: number): number => {
  if (at >= signs.length) return signs.length;
  const blank = signs.lastIndexOf(' ', at);
  return blank === -1 || at - blank > 20 ? at : blank;
};

const dots = (cut: boolean): readonly Piece[] => (cut ? [{ text: ' … ', hit: false }] : []);
