import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '@/lib/api/common';
import { operations } from '@/lib/api/operations/list';
import type { Operation } from '@/lib/api/operations/operation';
import { cast } from '../../demo/cast';
import { call, serveWorld, tokenOf } from '../support/api';
import { record } from '../support/insight';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

let small: TestWorld;
let tokens: { max: string; vera: string; reader: string };
beforeAll(async () => {
  small = await testWorld({ now: '2026-11-23T09:00:00Z' });
  serveWorld(small);
  await inviteCast(small);
  tokens = {
    max: await tokenOf(small, cast.max),
    vera: await tokenOf(small, cast.vera),
    reader: await tokenOf(small, cast.max, 'read'),
  };
  await record(small, { from: '2026-06-01', to: '2026-11-23' }, (day, index) =>
    day === '2026-11-18' ? null : { using_enpass: 85 + index },
  );
});
afterAll(() => small.end());

const schemaOf = (method: Operation['method'], path: string): z.ZodType => {
  const answer = operations.find((one) => one.method === method && one.path === path)?.answer;
  if (answer === undefined || 'file' in answer) throw new Error(`no schema for ${method} ${path}`);
  return answer;
};

type Given = { at?: Record<string, string>; query?: string; body?: unknown; token?: string };

const asked = (method: string, path: string, { at = {}, query = '', body, token = tokens.max }: Given) =>
  call(method.toUpperCase(), `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? '')}${query}`, {
    token,
    ...(body === undefined ? {} : { body }),
  });

async function promised<T = Record<string, unknown>>(
  method: Operation['method'],
  path: string,
  given: Given = {},
): Promise<T> {
  const response = await asked(method, path, given);
  const json: unknown = await response.json();
  expect(response.status, JSON.stringify(json)).toBe(200);
  expect(schemaOf(method, path).safeParse(json).error).toBeUndefined();
  return json as T;
}

async function refused(method: string, path: string, given: Given = {}) {
  const response = await asked(method, path, given);
  const json: unknown = await response.json();
  expect(problemSchema.safeParse(json).error).toBeUndefined();
  return { status: response.status, json };
}

const week = { week: '2026-W47' };
const said = { happened: 'Ten more people.', why: '=1+1 “why” 😀', next: '' };

describe('insight by API', () => {
  test('a trend answers every day, weekly closes with their days, and the period before', async () => {
    const daily = await promised<{ points: unknown[] }>('get', '/trends', {
      query: '?metric=adoption&from=2026-11-16&to=2026-11-19',
    });
    expect(daily).toEqual({
      metric: 'adoption',
      unit: 'ratio',
      interval: 'day',
      weeksPerPoint: 0,
      points: [
        { day: '2026-11-16', value: 253 / 420 },
        { day: '2026-11-17', value: 254 / 420 },
        { day: '2026-11-18', value: null },
        { day: '2026-11-19', value: 256 / 420 },
      ],
      previous: null,
    });
    const query = '?metric=using_enpass&from=2026-11-10&to=2026-11-23&interval=week&compare=previous';
    expect(await promised('get', '/trends', { query, token: tokens.vera })).toMatchObject({
      points: [
        { week: '2026-W46', day: '2026-11-15', takenDay: '2026-11-15', value: 252 },
        { week: '2026-W47', day: '2026-11-22', takenDay: '2026-11-22', value: 259 },
        { week: '2026-W48', day: '2026-11-29', takenDay: '2026-11-23', value: 260 },
      ],
      previous: [{ week: '2026-W43' }, { week: '2026-W44' }, { week: '2026-W45', value: 245 }],
    });
  });

  test('weeks and one week', async () => {
    const { data, next } = await promised<{ data: unknown[]; next: string }>('get', '/weeks', { query: '?limit=2' });
    expect(data).toMatchObject([
      { week: '2026-W48', unfinished: true, change: { using_enpass: null }, review: 'none' },
      { week: '2026-W47', from: '2026-11-16', to: '2026-11-22', change: { using_enpass: 7 }, days: 6, review: 'due' },
    ]);
    expect(next).toBe('2026-W47');
    expect(await promised('get', '/weeks/{week}', { at: week })).toEqual(data[1]);
    expect((data[1] as { gaps: unknown }).gaps).toEqual([{ day: '2026-11-18', reason: 'not-running' }]);
  });

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
    const whole = await promised<{ text: string; hash: string; document: unknown }>(
      'get',
      `${path}/revisions/{number}`,
      {
        at: { ...week, number: '1' },
        token: tokens.vera,
      },
    );
    expect(whole.hash).toBe(first.hash);
    expect(createHash('sha256').update(whole.text).digest('hex')).toBe(whole.hash);
    expect(whole.document).toMatchObject({ answers: said, signed: { name: cast.max.name } });
    expect(await promised('get', '/weeks/{week}', { at: week })).toMatchObject({ review: 'completed' });
  });

  test('targets: set, change, look at the history, remove', async () => {
    const target = await promised<{ id: string }>('post', '/targets', {
      body: { metric: 'adoption', value: 0.7, by: '2027-01-31' },
    });
    expect(target).toMatchObject({
      state: 'on-track',
      direction: 'up',
      needed: { people: 34 },
      forecast: { about: expect.any(String) },
      refused: null,
    });
    await promised('patch', '/targets/{id}', { at: target, body: { value: 0.72 } });
    expect(await promised('get', '/targets/{id}', { at: target, token: tokens.vera })).toMatchObject({
      value: 0.72,
      history: [{ action: 'set' }, { action: 'changed' }],
    });
    const flat = { metric: 'autofill', value: 0.75, by: '2027-01-31' };
    expect(await promised('post', '/targets', { body: flat })).toMatchObject({
      forecast: null,
      refused: { kind: 'flat' },
    });
    expect((await promised<{ data: unknown[] }>('get', '/targets', { token: tokens.vera })).data).toHaveLength(2);
    expect(await promised('delete', '/targets/{id}', { at: target })).toEqual({ id: target.id });
    expect(await refused('GET', '/targets/{id}', { at: target })).toMatchObject({ status: 404 });
  });

  test('annotations: add, change, read the weeks around, remove', async () => {
    const annotation = await promised<{ id: string }>('post', '/annotations', {
      body: { from: '2026-09-14', title: '<b>Extension</b>', kind: 'campaign' },
    });
    expect(annotation).toMatchObject({ from: '2026-09-14', to: '2026-09-14', createdBy: cast.max.name });
    await promised('patch', '/annotations/{id}', { at: annotation, body: { to: '2026-09-18' } });
    const whole = await promised('get', '/annotations/{id}', { at: annotation, token: tokens.vera });
    expect(whole).toMatchObject({
      title: '<b>Extension</b>',
      to: '2026-09-18',
      caution: expect.stringContaining('observation'),
    });
    expect(whole.readOut).toContainEqual(
      expect.objectContaining({ metric: 'using_enpass', before: expect.objectContaining({ perWeek: 7 }) }),
    );
    expect((await promised<{ data: unknown[] }>('get', '/annotations')).data).toHaveLength(1);
    await promised('delete', '/annotations/{id}', { at: annotation });
    expect((await promised<{ data: unknown[] }>('get', '/annotations')).data).toEqual([]);
  });

  test('exports of weeks, of a trend, and as a spreadsheet are files', async () => {
    const weeks = await asked('GET', '/export', { query: '?of=weeks&format=csv' });
    expect(weeks.headers.get('content-disposition')).toBe('attachment; filename="adoption-weeks.csv"');
    expect((await weeks.text()).split('\r\n')[1]).toMatch(/^2026-W23,2026-06-01,2026-06-07,over/);
    const trend = await asked('GET', '/export', { query: '?of=trend&metric=usage&metric=adoption&format=json' });
    expect(await trend.json()).toHaveLength(84);
    const sheet = await asked('GET', '/export', { query: '?format=xlsx', token: tokens.reader });
    expect(sheet.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('bad input, other roles and small scopes are refused in words', () => {
  test.each([
    ['GET', '/trends?metric=nonsense', 'metric'],
    ['GET', '/trends', 'metric'],
    ['GET', '/trends?metric=adoption&metric=usage', 'metric'],
    ['GET', '/trends?metric=adoption&from=2026-02-02&to=2026-02-01', 'to'],
    ['GET', '/trends?metric=adoption&from=1900-01-01&to=2900-01-01', 'from'],
    ['GET', '/trends?metric=adoption&from=2000-01-01&to=2026-01-01&interval=day', 'interval'],
    ['GET', '/weeks/2026-W60', 'week'],
    ['GET', '/weeks/%00', 'week'],
    ['GET', '/weeks?cursor=2026-W60', 'cursor'],
    ['GET', '/weeks/2027-W53/review', 'week'],
    ['GET', '/weeks/2026-W47/review/revisions/0', 'number'],
    ['GET', '/weeks/2026-W47/review/revisions/x', 'number'],
    ['PUT', '/weeks/2026-W47/review', 'happened'],
    ['POST', '/weeks/2026-W46/review/complete', 'version'],
    ['POST', '/targets', 'metric'],
    ['GET', '/targets?cursor=nobody', 'cursor'],
    ['GET', '/annotations?from=2026-02-02&to=2026-02-01', 'to'],
    ['POST', '/annotations', 'from'],
    ['GET', '/annotations/a%00b', 'id'],
  ])('%s %s names %s', async (method, path, field) => {
    const { status, json } = await refused(method, path);
    expect(status).toBe(422);
    expect((json as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(field);
  });

  test.each([
    ['GET', '/weeks/2026-W20'],
    ['GET', '/weeks/2026-W49'],
    ['GET', '/weeks/2026-W49/review'],
    ['GET', '/weeks/2026-W46/review/revisions/1'],
    ['GET', '/targets/nobody-made-this'],
    ['DELETE', '/targets/nobody-made-this'],
    ['DELETE', '/annotations/nobody-made-this'],
  ])('%s %s is 404', async (method, path) => {
    expect(await refused(method, path)).toMatchObject({ status: 404 });
  });

  test.each([
    ['GET', '/weeks/2026-W46/review'],
    ['PUT', '/weeks/2026-W46/review'],
    ['POST', '/weeks/2026-W46/review/complete'],
    ['POST', '/weeks/2026-W46/review/reopen'],
    ['POST', '/targets'],
    ['DELETE', '/targets/any'],
    ['POST', '/annotations'],
    ['PATCH', '/annotations/any'],
  ])('%s %s is 403 for a viewer, and for a manager’s token that only reads', async (method, path) => {
    expect(await refused(method, path, { token: tokens.vera })).toMatchObject({ status: 403 });
    expect(await refused(method, path, { token: tokens.reader })).toMatchObject({ status: 403 });
  });

  test.each(['[]', 'null', '1', 'not JSON'])('a body of %s is 422', async (body) => {
    expect(await refused('PUT', '/weeks/2026-W46/review', { body })).toMatchObject({ status: 422 });
    expect(await refused('POST', '/annotations', { body })).toMatchObject({ status: 422 });
  });

  test('the week we are in cannot be completed', async () => {
    const at = { week: '2026-W48' };
    expect(await refused('POST', '/weeks/{week}/review/complete', { at, body: { version: 0 } })).toMatchObject({
      status: 409,
      json: { kind: 'week-unfinished' },
    });
  });
});
