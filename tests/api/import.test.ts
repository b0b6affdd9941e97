import { describe, expect, test } from 'vitest';
import { cast } from '../../demo/cast';
import { call, tokenOf } from '../support/api';
import { apiWorld } from './api-world';

const { world, tokens, ask, promised, refused } = apiWorld();

const days = async () =>
  (await world.world.store.snapshots.days('first', { from: '2000-01-01', to: '2026-12-31' })).length;
const csv = 'day,using_enpass\n2026-01-05,85\n2026-01-06,86';

describe('an import by API', () => {
  test('of a CSV or JSON file answers as the command does, and a dry run writes nothing', async () => {
    const nothing = { replaced: 0, unchanged: 0, kept: 0, errors: [] };
    expect(await promised('post', '/import', { query: '?dryRun=true', body: csv })).toEqual({ added: 2, ...nothing });
    expect(await days()).toBe(0);
    expect(await promised('post', '/import', { body: csv })).toEqual({ added: 2, ...nothing });
    expect(await days()).toBe(2);
    expect(await promised('post', '/import', { body: csv })).toMatchObject({ added: 0, unchanged: 2 });
    const json = JSON.stringify([{ day: '2026-01-07', user_onboarding_overview: { using_enpass: 87 } }]);
    expect(await promised('post', '/import', { body: json })).toMatchObject({ added: 1 });
    const [entry] = await world.world.store.audit.page('first', { limit: 1, beforeSeq: null });
    expect(entry).toMatchObject({ action: 'history-imported', actorName: cast.ada.name });
  });

  test('replaces imported days only when told to', async () => {
    const other = csv.replace('85', '95');
    expect(await refused('POST', '/import', { body: other })).toMatchObject({ status: 422 });
    expect(await promised('post', '/import', { query: '?replaceImported=true', body: other })).toMatchObject({
      added: 1,
      replaced: 1,
      unchanged: 1,
    });
  });

  test('of a wrong file takes nothing, and says why first and then where', async () => {
    const before = await days();
    const { status, json } = await refused('POST', '/import', {
      body: 'day,using_enpass\n2026-01-08,1\n8.1.2026,many',
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      kind: 'invalid-input',
      detail:
        'One day is not written like 2026-02-27, in line 3: "8.1.2026" (it can be read in two ways). One more fault is of another kind.',
      added: 0,
      errors: [
        {
          path: 'line 3',
          line: 3,
          message: expect.stringMatching(/^The day "8.1.2026" is not a date like 2026-02-27/),
        },
        { path: 'line 3', line: 3 },
      ],
    });
    expect(await days()).toBe(before);
  });

  test.each([
    ['?dryRun=perhaps', csv, 'dryRun'],
    ['?format=csv', csv, 'format'],
    ['', `day,using_enpass\n${'x'.repeat(8 * 1024 * 1024)}`, ''],
    ['', '', 'line 1'],
  ])('%s of %.12s is refused by name', async (query, body, path) => {
    expect(await refused('POST', '/import', { query, body })).toMatchObject({
      status: 422,
      json: { errors: [{ path }] },
    });
  });

  test('is for ops and admins, with a token that may write', async () => {
    const olga = await tokenOf(world, cast.olga, 'write');
    expect(
      (await ask('POST', '/import', { body: csv, query: '?dryRun=1&replaceImported=1', token: olga })).status,
    ).toBe(200);
    const weak = await tokenOf(world, cast.olga, 'refresh');
    for (const token of [tokens.max, tokens.vera, weak]) {
      expect(await refused('POST', '/import', { body: csv, token })).toMatchObject({ status: 403 });
    }
  });

  test('reads what it is told to read', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await call('POST', '/api/v1/import', { token: tokens.ada, body: csv, headers });
    expect(await answer.json()).toMatchObject({ detail: 'The file is not a JSON list of days.' });
    expect(answer.status).toBe(422);
  });
});
