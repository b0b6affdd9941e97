import { expect, test } from 'vitest';
import type { Attention } from '@/lib/domain/attention';
import { attentionWords } from './attention-words';

const here = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'Europe/Berlin' } as const;
const words = (item: Attention) => {
  const { fact, sentence } = attentionWords(item, here);
  return `${fact} ${sentence}`;
};

test('a gap says its day, its cause, and that it is gone for good', () => {
  const gap = { from: '2026-11-18', to: '2026-11-18', days: 1, reason: 'server-trouble', status: 500 } as const;
  expect(words({ kind: 'gap', severity: 'bad', gap })).toBe(
    'No snapshot on Wed 18 Nov. Enpass had a server error (500). The day cannot be fetched again.',
  );
  expect(words({ kind: 'gap', severity: 'bad', gap: { ...gap, from: '2026-11-16', days: 3 } })).toMatch(
    /^No snapshot 16–18 Nov, 3 days\. .* These days cannot be fetched again\.$/,
  );
});

test('a token counts its days, and its last day is today', () => {
  const token = { kind: 'token-expires', severity: 'warn', on: '2026-12-05', inDays: 12 } as const;
  expect(words(token)).toMatch('The Enpass token expires in 12 days, on 5 December 2026.');
  expect(words({ ...token, inDays: 1 })).toMatch('expires tomorrow,');
  expect(words({ ...token, inDays: 0 })).toMatch('expires today,');
});

test('stale numbers name their age, their cause and the next try', () => {
  const cause = { reason: 'not-running', status: null } as const;
  const nextTryAt = new Date('2026-11-23T08:20:00Z');
  const stale = { kind: 'stale', severity: 'bad', lastDay: '2026-11-18', days: 4, cause, nextTryAt } as const;
  expect(words(stale)).toBe(
    'No snapshot for 4 days. The last is of Wed 18 Nov. The application was not running. Next try today 09:20.',
  );
});

test('what ops can look up leads to the runs, what an admin can change to the connection', () => {
  expect(attentionWords({ kind: 'no-connection', severity: 'bad' }, here).way.href).toBe('/settings/connection');
  const failure = { kind: 'timed-out', detail: null, status: null, nextTryAt: null } as const;
  const failing = { kind: 'failing', severity: 'warn', failure, nextTryAt: here.now } as const;
  expect(attentionWords(failing, here).way.href).toBe('/runs');
});

test('a gap leads to the runs of its days, or, where nothing ran, to the gaps', () => {
  const gap = { from: '2026-11-16', to: '2026-11-18', days: 3, status: null } as const;
  const way = (reason: 'timed-out' | 'not-running' | 'zone-changed') =>
    attentionWords({ kind: 'gap', severity: 'bad', gap: { ...gap, reason } }, here).way.href;
  expect(way('timed-out')).toBe('/runs?from=2026-11-16&to=2026-11-18#history');
  expect([way('not-running'), way('zone-changed')]).toEqual(['/runs#gaps', '/runs#gaps']);
});

test('a review that is due says who has begun, and leads to its week', () => {
  const draft = { changedByName: 'Max Okafor', changedAt: new Date('2026-11-23T07:42:00Z') };
  const due = { kind: 'review-due', severity: 'warn', week: '2026-W47', draft } as const;
  expect(words(due)).toBe('Review of week 47 is due. Max Okafor has a draft, saved today 08:42.');
  expect(words({ ...due, draft: null })).toBe('Review of week 47 is due. Nobody has written yet.');
  expect(attentionWords(due, here).way.href).toBe('/weeks/2026-W47');
});
