import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '@/lib/services/context';
import { cast, castPassword, nobody, scheduler, signedIn } from '../../demo/cast';
import { onEachDatabase } from '../support/databases';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

const nul = 'a\0b@c';
const files = readdirSync('lib/services', { recursive: true, encoding: 'utf8' });
type Ask = (ctx: Context, input: unknown) => Promise<{ ok: boolean }>;

const asks: readonly (readonly [string, object])[] = [
  ['accept-link', { kind: 'invitation', token: nul, password: castPassword }],
  ['view-link', { kind: 'invitation', token: nul }],
  ['set-up', { token: nul, organisationName: nul, timeZone: nul, name: nul, email: nul, password: nul }],
  ['sign-in', { email: nul, password: nul, userAgent: nul }],
  ['sign-in-by-provider', { issuer: nul, subject: nul, idToken: { email: nul }, userInfo: null, userAgent: nul }],
  [
    'confirm-by-provider',
    { issuer: nul, subject: nul, idToken: {}, userInfo: null, authenticatedAt: null, beganAt: nul },
  ],
  ['note-provider-fault', { kind: 'provider-away', cause: nul }],
  ['end-sessions', { session: nul, person: nul }],
  ['confirm-yourself', { proof: nul }],
  ['confirm-totp', { code: nul }],
  ['change-passkey', { passkey: nul, name: nul }],
  ['reset-factors', { person: nul }],
  ['list-audit', { cursor: nul, actor: nul, action: nul }],
  ['change-own-password', { current: nul, password: `${castPassword}\0` }],
  ['revoke-tokens', { token: nul, person: nul, name: nul }],
  ['create-token', { name: nul, scope: 'read', person: nul }],
  ['invite-person', { email: 'x\0@example.org', name: nul, role: 'viewer' }],
  ['change-role', { person: nul, role: 'viewer' }],
  ['disable-person', { person: nul }],
  ['enable-person', { person: nul }],
  ['reset-password', { person: nul }],
  ['set-password', { person: nul, password: castPassword }],
  ['save-organisation', { name: nul, timeZone: nul, captureTime: '06:00' }],
  ['save-connection', { baseUrl: `https://enpass.example/${nul}`, token: `abcdefgh${nul}` }],
  ['test-connection', { baseUrl: `https://enpass.example/${nul}`, token: `abcdefgh${nul}` }],
  ['import-history', { format: 'csv', text: `day,${nul}\n${nul}`, fileName: nul }],
  ['list-runs', { cursor: nul }],
  ['view-runs', { cursor: nul }],
  ['view-run', { id: nul }],
  ['view-run-progress', { id: nul }],
  ['list-snapshots', { cursor: nul, from: nul }],
  ['export-history', { from: nul }],
  ['add-annotation', { title: nul, kind: 'training', from: '2026-11-02' }],
  ['view-annotation', { id: nul }],
  ['remove-annotation', { id: nul }],
  ['save-view', { name: nul, address: nul }],
  ['rename-view', { id: nul, name: nul }],
  ['remove-view', { id: nul }],
  ['choose-opening-view', { id: nul }],
  ['view-target', { id: nul }],
  ['remove-target', { id: nul }],
  ['save-review-draft', { week: '2026-W46', happened: nul, why: nul, next: nul, version: 0 }],
  ['complete-review', { week: '2026-W46', happened: nul, why: nul, next: nul, version: 0 }],
  ['view-week', { week: nul }],
  ['view-trend', { metric: nul, from: nul }],
  ['compare-days', { from: nul, to: nul }],
  ['list-metrics', { cursor: nul }],
];

onEachDatabase((fresh) => {
  let small: TestWorld;
  beforeAll(async () => {
    small = await testWorld({ fresh });
    await inviteCast(small);
  });
  afterAll(() => small.end());

  test.each(asks)('%s answers a NUL in its fields and never breaks: %j', async (file, input) => {
    const services = Object.values<unknown>(await import(/* @vite-ignore */ placeOf(file))).filter(isService);
    expect(services.length).toBeGreaterThan(0);
    for (const ask of services)
      for (const actor of [signedIn(cast.ada), scheduler, nobody])
        expect(await ask(small.as(actor), input)).toMatchObject({ ok: false });
  });
});

/** `sign-in` lies in `access/sign-in.ts`: names are unlike each other over all subjects. */
function placeOf(file: string): string {
  const found = files.filter((name) => name.endsWith(`/${file}.ts`) && !name.includes('parts'));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${file} lies in ${found.length} places`);
  return resolve('lib/services', found[0]);
}

/** Services take context and input; helpers beside them take more or are no functions. */
const isService = (value: unknown): value is Ask =>
  typeof value === 'function' && value.constructor.name === 'AsyncFunction' && value.length === 2 && value.name === '';
