import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cast } from '../../demo/cast';
import { apiWorld, halfAYear } from './api-world';

const week = { week: '2026-W47' };
const said = { happened: 'Ten more people.', why: '=1+1 “why” 😀', next: '' };

const { tokens, promised, refused } = apiWorld({ asks: 'max', furnish: halfAYear });

test('a review from draft over conflict to revision 2', async () => {
  const path = '/weeks/{week}/review';
  expect(await promised('get', path, { at: week })).toMatchObject({ state: 'due', version: 0, happened: '' });
  expect(await promised('put', path, { at: week, body: { ...said, version: 0 } })).toMatchObject({
    state: 'draft',
    version: 1,
  });
  const stale = await refused('PUT', path, { at: week, body: { happened: 'x', why: '', next: '', version: 0 } });
  expect(stale).toMatchObject({
    status: 409,
    json: { kind: 'review-conflict', review: { ...said, version: 1, changedBy: cast.max.name } },
  });
  const first = await promised('post', `${path}/complete`, { at: week, body: { version: 1 } });
  expect(first).toMatchObject({ number: 1, completedBy: { name: cast.max.name, role: 'manager' } });
  expect(await refused('PUT', path, { at: week, body: { ...said, version: 2 } })).toMatchObject({
    status: 409,
    json: { kind: 'review-completed' },
  });
  expect(await promised('post', `${path}/reopen`, { at: week })).toMatchObject({
    state: 'draft',
    version: 3,
    revisions: 1,
  });
  await promised('post', `${path}/complete`, { at: week, body: { version: 3, why: 'Counted again.' } });
  const { data } = await promised<{ data: { number: number }[] }>('get', `${path}/revisions`, {
    at: week,
    token: tokens.vera,
  });
  expect(data.map(({ number }) => number)).toEqual([1, 2]);
  const whole = await promised<{ text: string; hash: string; document: unknown }>('get', `${path}/revisions/{number}`, {
    at: { ...week, number: '1' },
    token: tokens.vera,
  });
  expect(whole.hash).toBe(first.hash);
  expect(createHash('sha256').update(whole.text).digest('hex')).toBe(whole.hash);
  expect(whole.document).toMatchObject({ answers: said, signed: { name: cast.max.name } });
  expect(await promised('get', '/weeks/{week}', { at: week })).toMatchObject({ review: 'completed' });
});
