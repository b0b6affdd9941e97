import { expect, test } from 'vitest';
import { sumChecks } from '@/lib/domain/consistency';
import { noteWords } from './notes';

test('two counts that Enpass describes alike are shown with both bases', () => {
  const name = sumChecks.find(({ parts }) => parts.length === 1)?.name ?? '';
  const { fact, sentence } = noteWords({ name, expected: 300, got: 320 });
  expect(fact).toBe('total_users is 320, onboarded is 300.');
  expect(sentence).toMatch('Active users are shown out of 320, the journey out of 300.');
});

test('a sum that fails names the whole, its parts and both numbers', () => {
  const name = sumChecks.find(({ whole }) => whole === 'assigned_license')?.name ?? '';
  const { fact, sentence } = noteWords({ name, expected: 420, got: 421 });
  expect(fact).toBe('Assigned is 420, its parts make 421.');
  expect(sentence).toBe('Activated and Activation pending should add up to it. All are shown as Enpass sent them.');
});

test('clocks that disagree are told by how far, and by both instants', () => {
  const note = { name: 'clock', expected: new Date('2026-11-23T04:00:00Z'), got: new Date('2026-11-23T09:00:30Z') };
  expect(noteWords({ ...note, name: 'clock' })).toEqual({
    fact: 'The clocks were 5 h 1 min apart.',
    sentence:
      'This server’s said 23 November 2026 09:00, Enpass’s answer 23 November 2026 04:00 (UTC). Set this server’s clock, or a day may get the numbers of another.',
  });
});
