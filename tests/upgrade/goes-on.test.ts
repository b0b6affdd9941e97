import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sessionSecret } from '@/app/_doors/enter/session-cookie';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn } from '@/lib/services/access/sign-in';
import { resolveConnection } from '@/lib/services/connection/parts/resolve-connection';
import { type Context, contextFor } from '@/lib/services/context';
import { call } from '../support/api';
import { onEachDatabase } from '../support/databases';
import { contentsOf, facts } from './old-database';
import { oldPlacePerTest } from './old-place';
import { startHere } from './start-here';

const hourMs = 3_600_000;

onEachDatabase((_, kind) => {
  const place = oldPlacePerTest(kind);
  const made = facts[kind];
  let started: Awaited<ReturnType<typeof startHere>>;
  let first: Context;

  beforeEach(async () => {
    started = await startHere(place);
    const organisation = await started.store.organisations.first();
    if (organisation === null) throw new Error('01299b9 had one');
    first = contextFor(started, { actor: { kind: 'nobody' }, organisation, network: '192.0.2.7' });
  });
  afterEach(() => started.end());

  test('tokens open the API as before: each within its scope, the revoked one nothing', async () => {
    const status = async (method: string, path: string, token: string) =>
      (await call(method, `/api/v1${path}`, { token })).status;
    expect(await status('GET', '/snapshots', made.tokens.write)).toBe(200);
    expect(await status('GET', '/connection', made.tokens.write)).toBe(200);
    expect(await status('GET', '/snapshots', made.tokens.read)).toBe(200);
    expect(await status('POST', '/refresh', made.tokens.read)).toBe(403);
    expect(await status('GET', '/snapshots', made.tokens.revoked)).toBe(401);
  });

  test('a browser that was signed in still is, until its session would have ended anyway', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(made.madeAt) + hourMs });
    const { authSecret } = started.config;
    const secret = await sessionSecret(made.session, { publicUrl: new URL('http://localhost'), authSecret });
    const after = (ms: number) => {
      const now = () => new Date(Date.parse(made.madeAt) + ms);
      return recogniseSession({ ...started, clock: { now } }, { secret: secret ?? '', network: null });
    };
    expect((await after(hourMs))?.actor).toMatchObject({ email: 'vera@example.org', role: 'viewer' });
    expect(await after(31 * 24 * hourMs)).toBeNull();
    vi.useRealTimers();
  });

  test('passwords hold, and who was shut out stays out', async () => {
    const enter = async (email: string) => (await signIn(first, { email, password: facts.password })).ok;
    expect([await enter('max@example.org'), await enter('lea@example.org')]).toEqual([true, false]);
  });

  test('the sealed token of the connection opens', async () => {
    expect(await resolveConnection(first)).toMatchObject({
      from: 'settings',
      expiresOn: '2027-06-30',
      target: { token: facts.enpassToken },
    });
  });

  test('reviews are in their states with every revision', async () => {
    const { ReviewRevision = [] } = await contentsOf(place);
    const read = async (path: string) =>
      (await call('GET', `/api/v1/weeks/${path}`, { token: made.tokens.write })).json();
    const { draft, reopened, completed } = made.reviews;
    expect(await read(`${draft}/review`)).toMatchObject({
      state: 'draft',
      happened: 'A draft, “ünïcode” 😀\nand lines',
    });
    expect(await read(`${reopened}/review`)).toMatchObject({ state: 'draft' });
    expect(await read(`${completed}/review`)).toMatchObject({ state: 'completed' });
    for (const week of [reopened, completed]) {
      const kept = ReviewRevision.filter((row) => row.week === week);
      const { data } = (await read(`${week}/review/revisions`)) as { data: unknown[] };
      expect([data.length, kept.length]).toEqual([kept.length, expect.toSatisfy((count: number) => count >= 1)]);
    }
  });
});
