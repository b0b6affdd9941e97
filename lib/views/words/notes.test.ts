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
