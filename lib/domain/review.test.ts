import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';
import { answerLength, reviewStateOf, waitingReviews } from './review';

test('a review is due when its week is over, and a draft or completed once somebody wrote', () => {
  expect([reviewStateOf(null, true), reviewStateOf(null, false)]).toEqual(['none', 'due']);
  expect([reviewStateOf({ completed: false }, true), reviewStateOf({ completed: false }, false)]).toEqual([
    'draft',
    'draft',
  ]);
  expect(reviewStateOf({ completed: true }, false)).toBe('completed');
});

test('reviews wait since the last completed one; where there never was one, only the newest week’s does', () => {
  const weeks = (...reviews: ('due' | 'draft' | 'completed')[]) => reviews.map((review) => ({ review }));
  expect(waitingReviews(weeks('due', 'draft', 'completed', 'due'))).toEqual(weeks('due', 'draft'));
  expect(waitingReviews(weeks('due', 'due', 'due'))).toEqual(weeks('due'));
  expect(waitingReviews(weeks('completed', 'due'))).toEqual([]);
  expect(waitingReviews([])).toEqual([]);
});

test('canonical text is the same whatever order the keys came in, and keeps every character', () => {
  const text = 'Zoë 👩‍👩‍👧 \u2028 <b>=1+1</b>\r\n';
  expect(canonicalJson({ b: [{ d: 1, c: text }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: text, d: 1 }] }));
  expect(JSON.parse(canonicalJson({ text }))).toEqual({ text });
  expect(canonicalJson({ b: 1, a: [2, 1] })).toBe('{"a":[2,1],"b":1}');
});

test('an answer is as long as its characters are many, whatever a browser makes of them', () => {
  expect(answerLength('Zoë 😀\n')).toBe(6);
  expect(answerLength('😀'.repeat(2000))).toBe(2000);
});
