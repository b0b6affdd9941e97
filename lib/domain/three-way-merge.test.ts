import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, answerNames } from './review';
import { threeWayMerge } from './three-way-merge';

const base: Answers = { happened: 'a', why: 'b', next: 'c' };

test('fields that only one of two wrote in come together', () => {
  const merged = threeWayMerge({ base, mine: { ...base, happened: 'mine' }, theirs: { ...base, next: 'theirs' } });
  expect(merged).toEqual({ text: { happened: 'mine', why: 'b', next: 'theirs' }, taken: ['next'], clashes: {} });
});

test('a field that both wrote in keeps mine and shows theirs', () => {
  const merged = threeWayMerge({ base, mine: { ...base, why: 'mine' }, theirs: { ...base, why: 'theirs' } });
  expect(merged).toEqual({ text: { ...base, why: 'mine' }, taken: [], clashes: { why: 'theirs' } });
});

test('the same words twice are no clash', () => {
  const both = { ...base, why: 'the same' };
  expect(threeWayMerge({ base, mine: both, theirs: both })).toEqual({ text: both, taken: [], clashes: {} });
});

test('no text that somebody wrote is lost, whatever they wrote', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const answers = fc.record({ happened: text, why: text, next: text });
  fc.assert(
    fc.property(answers, answers, answers, (before, mine, theirs) => {
      const { text: merged, clashes } = threeWayMerge({ base: before, mine, theirs });
      for (const name of answerNames) {
        const kept = [merged[name], clashes[name]];
        if (mine[name] !== before[name]) expect(kept).toContain(mine[name]);
        if (theirs[name] !== before[name]) expect(kept).toContain(theirs[name]);
      }
    }),
  );
});
