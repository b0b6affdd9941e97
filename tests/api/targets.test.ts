import { expect, test } from 'vitest';
import { apiWorld, halfAYear } from './api-world';

const { tokens, promised, refused } = apiWorld({ asks: 'max', furnish: halfAYear });

test('targets: set, change, look at the history, remove', async () => {
  const target = await promised<{ id: string }>('post', '/targets', {
    body: { metric: 'adoption', value: 0.7, by: '2027-01-31' },
  });
  expect(target).toMatchObject({
    judgedBy: 'forecast',
    direction: 'up',
    needed: { people: 34 },
    forecast: {
      metric: 'adoption',
      on: '2027-01-31',
      middle: expect.any(Number),
      refused: null,
      record: { kind: 'recomputed' },
      arrival: { earliest: expect.any(String), refused: null },
    },
  });
  await promised('patch', '/targets/{id}', { at: target, body: { value: 0.72 } });
  expect(await promised('get', '/targets/{id}', { at: target, token: tokens.vera })).toMatchObject({
    value: 0.72,
    history: [{ action: 'set' }, { action: 'changed' }],
  });
  const flat = { metric: 'autofill', value: 0.75, by: '2027-01-31' };
  expect(await promised('post', '/targets', { body: flat })).toMatchObject({
    forecast: { refused: null, arrival: { earliest: null, about: null, refused: 'flat' } },
  });
  expect((await promised<{ data: unknown[] }>('get', '/targets', { token: tokens.vera })).data).toHaveLength(2);
  expect(await promised('delete', '/targets/{id}', { at: target })).toEqual({ id: target.id });
  expect(await refused('GET', '/targets/{id}', { at: target })).toMatchObject({ status: 404 });
});
