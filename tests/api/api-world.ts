import { afterAll, beforeAll, expect } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '@/lib/api/common';
import { operations } from '@/lib/api/operations/list';
import type { Operation } from '@/lib/api/operations/operation';
import { cast } from '../../demo/cast';
import { call, cookieOf, serveWorld, tokenOf } from '../support/api';
import { recordSnapshots } from '../support/record-snapshots';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

type Asked = { at?: Record<string, string>; query?: string; body?: unknown; token?: string; cookie?: string };
type Tokens = { ada: string; max: string; vera: string; reader: string };
type Cookies = { ada: string; vera: string };

type Wanted = Parameters<typeof testWorld>[0] & {
  asks?: keyof Tokens;
  furnish?: (world: TestWorld) => Promise<unknown>;
};

/** For all tests of a file: a world with the cast in it that the routes find, and ways to ask them as one of the cast. */
export function apiWorld({ asks = 'ada', furnish = async () => {}, ...options }: Wanted = {}) {
  const world = {} as TestWorld;
  const tokens = {} as Tokens;
  /** Of sessions, for what takes no token. */
  const cookies = {} as Cookies;
  beforeAll(async () => {
    Object.assign(world, await testWorld(options));
    serveWorld(world);
    await inviteCast(world);
    Object.assign(tokens, await tokensOf(world));
    Object.assign(cookies, { ada: await cookieOf(world, cast.ada), vera: await cookieOf(world, cast.vera) });
    await furnish(world);
  });
  afterAll(() => world.end());

  const ask = (method: string, path: string, { at = {}, query = '', body, cookie, token = tokens[asks] }: Asked = {}) =>
    call(method.toUpperCase(), `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? '')}${query}`, {
      token,
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { body }),
    });

  /** The answer, proven to be what the document promises of the operation. */
  async function promised<T = Record<string, unknown>>(
    method: Operation['method'],
    path: string,
    asked?: Asked,
  ): Promise<T> {
    const response = await ask(method, path, asked);
    const json: unknown = await response.json();
    expect(response.status, JSON.stringify(json)).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(schemaOf(method, path).safeParse(json).error).toBeUndefined();
    return json as T;
  }

  async function refused(method: string, path: string, asked?: Asked) {
    const response = await ask(method, path, asked);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const json: unknown = await response.json();
    expect(problemSchema.safeParse(json).error).toBeUndefined();
    return { status: response.status, json };
  }

  return { world, tokens, cookies, ask, promised, refused };
}

/** A person more every day from 1 June to today, and one gap. */
export const halfAYear = (world: TestWorld): Promise<void> =>
  recordSnapshots(world, { from: '2026-06-01', to: '2026-11-23' }, (day, index) =>
    day === '2026-11-18' ? null : { using_enpass: 85 + index },
  );

const tokensOf = async (world: TestWorld): Promise<Tokens> => ({
  ada: await tokenOf(world, cast.ada),
  max: await tokenOf(world, cast.max),
  vera: await tokenOf(world, cast.vera),
  reader: await tokenOf(world, cast.max, 'read'),
});

function schemaOf(method: Operation['method'], path: string): z.ZodType {
  const answer = operations.find((one) => one.method === method && one.path === path)?.answer;
  if (!answer || 'file' in answer) throw new Error(`no schema for ${method} ${path}`);
  return answer;
}
