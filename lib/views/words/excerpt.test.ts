import { expect, test } from 'vitest';
import { termsOf } from '@/lib/domain/fold-text';
import { excerptOf, firstWords } from './excerpt';

const marked = (text: string, query: string) =>
  excerptOf(text, termsOf(query))
    ?.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['Call Rotterdam.', 'rotter', 'Call [Rotter]dam.'],
  ['Zoë called Zoe', 'zoe', '[Zoë] called [Zoe]'],
  ['Straße 5', 'strasse', '[Straße] 5'],
  ['Back in Łódź', 'lodz', 'Back in [Łódź]'],
  ['👩‍👩‍👧 began 🚀', 'began', '👩‍👩‍👧 [began] 🚀'],
  ['one\n\n two', 'two', 'one [two]'],
  ['abcabc', 'cab', 'ab[cab]c'],
])('in %s the hits of %s stand apart', (text, query, shown) => expect(marked(text, query)).toBe(shown));

test('a text that says nothing of it has no excerpt', () => {
  expect(excerptOf('Call Rotterdam.', termsOf('hamburg'))).toBeNull();
  expect(excerptOf('', termsOf('a'))).toBeNull();
});

test('a long text is cut between words on both sides of the first hit', () => {
  const shown = marked(`${'word '.repeat(100)}needle ${'after '.repeat(100)}`, 'needle') ?? '';
  expect(shown).toMatch(/^ … word .*\[needle\] after .* … $/);
  expect(shown.length).toBeLessThan(210);
});

test('the first word is never cut at its beginning', () => {
  expect(marked(`Helpers ${'are named in their cities, '.repeat(2)} quiet`, 'quiet')).toMatch(/^Helpers are/);
  expect(marked(`Helpers are ${'x'.repeat(50)} quiet`, 'quiet')).toMatch(/^Helpers are/);
});

test('the first words end between words, and a text without blanks where it must', () => {
  expect(firstWords('Rotterdam\n\nbegan.', 12)).toBe('Rotterdam …');
  expect(firstWords('Rotterdam began.', 40)).toBe('Rotterdam began.');
  expect([...firstWords('🚀'.repeat(200), 110)]).toHaveLength(112);
  expect(firstWords(' \n')).toBe('');
});
