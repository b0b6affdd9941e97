import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCache } from '@/lib/adapters/cache';
import type { Role } from '@/lib/domain/roles';
import type { Context } from '@/lib/services/context';
import { cached } from '@/lib/services/parts/cached';
import { cast, type Member, signedIn } from '../../../demo/cast';
import { type TestWorld, testWorld } from '../../support/world';

let at: TestWorld;
beforeEach(async () => {
  at = await testWorld();
});
afterEach(() => at.end());

const asks = (member: Member, historyVersion = 'one'): Context => ({ ...at.as(signedIn(member)), historyVersion });

test('work cannot see who asks, nor where from', async () => {
  const seen = cached({
    name: 'what is seen',
    make: (ctx) => {
      // @ts-expect-error Who asks is not there.
      const { actor } = ctx;
      // @ts-expect-error Nor is where from.
      const { network } = ctx;
      // @ts-expect-error Nor what writes in somebody's name.
      const { audit } = ctx;
      return { withheld: [actor, network, audit], names: Object.keys(ctx).sort() };
    },
  });
  expect(await seen(asks(cast.ada), null)).toEqual({
    withheld: [undefined, undefined, undefined],
    names: ['clock', 'config', 'log', 'organisation', 'secrets', 'store', 'today'],
  });
});

test('work can ask for no permission that its key does not hold', async () => {
  const allowed = cached({
    name: 'what is allowed',
    reads: ['run:see'],
    make: (_ctx, _question: null, may) =>
      // @ts-expect-error The key says nothing of this one.
      [may('run:see'), may('people:manage')],
  });
  expect(await allowed(asks(cast.ada), null)).toEqual([true, false]);
});

test('two roles share what they may both see, and nothing that only one of them may', async () => {
  let made = 0;
  const panel = cached({
    name: 'panel',
    reads: ['run:see'],
    make: (_ctx, _question: null, may) => {
      made += 1;
      return may('run:see') ? 'with the way to the runs' : 'without';
    },
  });
  const shown: Record<Role, string> = {
    admin: await panel(asks(cast.ada), null),
    ops: await panel(asks(cast.olga), null),
    manager: await panel(asks(cast.max), null),
    viewer: await panel(asks(cast.vera), null),
  };
  expect(shown.ops).toBe(shown.admin);
  expect(shown.viewer).toBe(shown.manager);
  expect([shown.admin, shown.viewer]).toEqual(['with the way to the runs', 'without']);
  expect(made).toBe(2);
});

test('what is asked for while it is being made is made once, for each question and each history', async () => {
  const made: string[] = [];
  const slow = cached({
    name: 'slow',
    make: async (_ctx, question: string) => {
      made.push(question);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return question;
    },
  });
  const ctx = asks(cast.vera);
  const answers = await Promise.all(['a', 'b', 'a', 'a'].map((question) => slow(ctx, question)));
  expect(answers).toEqual(['a', 'b', 'a', 'a']);
  expect(made).toEqual(['a', 'b']);
  await slow(asks(cast.vera, 'two'), 'a');
  await slow(at.as(signedIn(cast.vera)), 'a');
  expect(made).toEqual(['a', 'b', 'a', 'a']);
});

test('work that fails is tried again by the next who asks', async () => {
  let tries = 0;
  const shaky = cached({
    name: 'shaky',
    make: async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
      return tries;
    },
  });
  await expect(shaky(asks(cast.vera), null)).rejects.toThrow('the database is away');
  expect(await shaky(asks(cast.vera), null)).toBe(2);
});

test('what may not be kept is made anew', async () => {
  let made = 0;
  const passing = cached({ name: 'passing', make: () => ++made, keeps: (value) => value > 1 });
  const ctx = asks(cast.vera);
  expect([await passing(ctx, null), await passing(ctx, null), await passing(ctx, null)]).toEqual([1, 2, 2]);
});

test('no more is kept than fits, by number and by size; what was used longest ago goes', async () => {
  const made: string[] = [];
  const named = cached({
    name: 'named',
    make: (_ctx, question: string) => {
      made.push(question);
      return 'x'.repeat(question === 'long' ? 900 : 10);
    },
  });
  const cache = createCache({ entries: 2, characters: 1_000 });
  const ctx = { ...asks(cast.vera), cache };
  for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await named(ctx, question);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  await named(ctx, 'long');
  await named({ ...ctx, historyVersion: 'two' }, 'long');
  expect(cache.size).toBe(1);
  expect(cache.calculatedSize).toBeLessThanOrEqual(1_000);
});
