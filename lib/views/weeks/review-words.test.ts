import { expect, test } from 'vitest';
import { draftWords, lengthWords, savedWords, signedWords, stateWords } from './review-words';

const here = { now: new Date('2026-11-23T08:45:00Z'), timeZone: 'Europe/Berlin' } as const;
const saved = { changedByName: 'Max Okafor', changedAt: new Date('2026-11-23T08:42:00Z') };

test('a draft says when it was saved, of another day with its day', () => {
  expect(savedWords(saved, here)).toBe('Saved 09:42');
  expect(savedWords({ ...saved, changedAt: new Date('2026-11-20T08:42:00Z') }, here)).toBe('Saved Fri 20 Nov 09:42');
});

test('a draft on paper says that it is none of the completed ones', () => {
  expect(draftWords(saved, here.timeZone)).toBe(
    'Draft by Max Okafor, saved Monday 23 November 2026 09:42. Not completed.',
  );
  expect(draftWords(null, here.timeZone)).toBe('No review written yet.');
});

test('a completed review names who stands for it, in which role, and when by whose clock', () => {
  const signed = { completedByName: 'Max Okafor', completedByRole: 'manager', completedAt: saved.changedAt } as const;
  expect(signedWords(signed, here.timeZone)).toBe('Max Okafor, manager, Monday 23 November 2026 09:42, Berlin time');
});

test.each([
  [0, '0 of 2,000 characters; up to 500 in each field print on one page'],
  [500, '500 of 2,000 characters; up to 500 in each field print on one page'],
  [501, '501 of 2,000 characters; above 500 it may print on a second page'],
  [2104, '2,104 of 2,000 characters: shorten it by 104'],
])('%d characters are counted', (length, told) => expect(lengthWords(length)).toBe(told));

test('only who writes reviews sees that one is due or begun', () => {
  const word = (state: 'due' | 'draft' | 'completed' | 'none', mayWrite: boolean) =>
    stateWords(state, { waits: true, mayWrite, revisions: state === 'completed' ? 1 : 0 }).word;
  expect(
    (['due', 'draft', 'completed', 'none'] as const).map((state) => [word(state, true), word(state, false)]),
  ).toEqual([
    ['Due', 'Not completed'],
    ['Draft', 'Not completed'],
    ['Completed', 'Completed'],
    ['So far', 'So far'],
  ]);
  const old = { waits: false, mayWrite: true, revisions: 0 };
  expect(stateWords('due', old)).toEqual({ tone: 'plain', word: 'Not reviewed' });
});

test('a review that is written anew stays completed for its readers', () => {
  const reopened = { waits: true, revisions: 1 };
  expect(stateWords('draft', { ...reopened, mayWrite: false })).toEqual({ tone: 'ok', word: 'Completed' });
  expect(stateWords('draft', { ...reopened, mayWrite: true })).toEqual({ tone: 'warn', word: 'Draft of revision 2' });
});
