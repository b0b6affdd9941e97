import { describe, expect, test } from 'vitest';
import { createSecrets } from '@/lib/adapters/secrets';
import { resolveConnection } from '@/lib/services/connection/parts/resolve-connection';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { testConnection } from '@/lib/services/connection/test-connection';
import { viewConnection } from '@/lib/services/connection/view-connection';
import { contextFor } from '@/lib/services/context';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { asAda, testWorld, worldPerTest } from '../../support/world';

const connectionTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const save = (input: object) => saveConnection(asAda(small), input);
  const view = () => viewConnection(asAda(small), {});
  const tried = (input: object) => testConnection(asAda(small), input);
  const audited = async () =>
    (await small.world.store.audit.page('first', { limit: 10, beforeSeq: null })).map((e) => e.action);
  const good = () => ({ baseUrl: small.enpass.url, token: small.enpass.token, tokenExpiresOn: '2026-12-01' });

  describe('saving', () => {
    test('overrules the environment and never shows the token again', async () => {
      expect(await view()).toMatchObject({ value: { from: 'environment', environmentIgnored: false } });
      expect(await save({ ...good(), token: 'a-token-of-settings-9c4K' })).toEqual({
        ok: true,
        value: {
          baseUrl: small.enpass.url,
          tokenLast4: '9c4K',
          tokenExpiresOn: '2026-12-01',
          from: 'settings',
        },
      });
      const shown = await view();
      expect(shown).toMatchObject({
        value: {
          from: 'settings',
          environmentIgnored: true,
          tokenLast4: '9c4K',
          tokenDaysLeft: 8,
          saved: { byName: 'Ada Brandt', at: small.clock.now() },
        },
      });
      expect(JSON.stringify(shown)).not.toContain('a-token-of-settings');
      const stored = await small.world.store.connections.of('first');
      expect(JSON.stringify(stored)).not.toContain('a-token-of-settings');
      expect(await audited()).toEqual(['connection-saved']);
    });

    test('without a token keeps the saved one, for the same server only', async () => {
      await save(good());
      expect(await save({ baseUrl: `${small.enpass.url}/`, token: '  ' })).toMatchObject({
        ok: true,
        value: { tokenExpiresOn: '2026-12-01' },
      });
      expect(await resolveConnection(asAda(small))).toMatchObject({ target: { token: small.enpass.token } });
      const elsewhere = await save({ baseUrl: 'https://elsewhere.example/' });
      expect(elsewhere).toMatchObject({
        failure: {
          kind: 'invalid-input',
          errors: [{ path: 'token', message: expect.stringContaining('another server') }],
        },
      });
    });

    test.each([
      [{ baseUrl: '', token: 'long-enough' }, 'baseUrl'],
      [{ baseUrl: 'http://enpass.example', token: 'long-enough' }, 'baseUrl'],
      [{ baseUrl: 'https://10.0.0.1/', token: 'long-enough' }, 'baseUrl'],
      [{ baseUrl: 'https://en pass.example', token: 'long-enough' }, 'baseUrl'],
      [{ baseUrl: 'https://enpass.example', token: 'short' }, 'token'],
      [{ baseUrl: 'https://enpass.example', token: 'a token with spaces' }, 'token'],
      [{ baseUrl: 'https://enpass.example' }, 'token'],
      [{ baseUrl: 'https://enpass.example', token: 'long-enough', tokenExpiresOn: '2026-11-22' }, 'tokenExpiresOn'],
      [{ baseUrl: 'https://enpass.example', token: 'long-enough', tokenExpiresOn: 'tomorrow' }, 'tokenExpiresOn'],
      [{ baseUrl: 'https://enpass.example', token: 'long-enough', colour: 'red' }, 'colour'],
    ])('refuses %j beside its field and changes nothing', async (input, path) => {
      expect(await save(input)).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
      expect(await small.world.store.connections.of('first')).toBeNull();
      expect(await audited()).toEqual([]);
    });

    test.each([
      [{ baseUrl: '', token: '', tokenExpiresOn: 'unsaid' }, ['baseUrl', 'tokenExpiresOn', 'token']],
      [
        { baseUrl: 'https://10.0.0.1/', token: 'short', tokenExpiresOn: '2026-11-22' },
        ['token', 'baseUrl', 'tokenExpiresOn'],
      ],
      [{ baseUrl: 'http://enpass.example', tokenExpiresOn: '2026-11-22' }, ['baseUrl', 'token', 'tokenExpiresOn']],
    ])('names all faulty fields of %j at once', async (input, paths) => {
      const refused = await save(input);
      expect(!refused.ok && 'errors' in refused.failure && refused.failure.errors.map(({ path }) => path)).toEqual(
        paths,
      );
      expect(await audited()).toEqual([]);
    });

    test('is for admins only, and a denial is written down', async () => {
      expect(await saveConnection(small.as(signedIn(cast.olga)), good())).toMatchObject({
        failure: { kind: 'not-allowed' },
      });
      expect(await viewConnection(small.as(signedIn(cast.max)), {})).toMatchObject({
        failure: { kind: 'not-allowed' },
      });
      expect(await audited()).toEqual(['denied', 'denied']);
    });
  });

  test('a token whose key is gone reads nothing, says so, and is not replaced by the environment', async () => {
    await save(good());
    const secrets = createSecrets(() => ['another encryption key, also 32 bytes or more']);
    const { actor, organisation, network } = asAda(small);
    const ctx = contextFor({ ...small.world, secrets }, { actor, organisation, network });
    expect(await resolveConnection(ctx)).toBeNull();
    expect(await viewConnection(ctx, {})).toMatchObject({ value: { from: 'settings', tokenReadable: false } });
    expect(await saveConnection(ctx, { baseUrl: small.enpass.url })).toMatchObject({
      failure: { errors: [{ path: 'token' }] },
    });
  });

  describe('testing', () => {
    test('tries what is saved once, and stores nothing', async () => {
      small.enpass.setMode('500');
      const tested = await tried({});
      expect(tested).toMatchObject({ ok: true, value: { ok: false, failure: { kind: 'server-trouble' } } });
      expect(small.enpass.requests).toHaveLength(1);
      small.enpass.setMode('good');
      expect(await tried({})).toMatchObject({ value: { ok: true, failure: null, testedAt: small.clock.now() } });
      expect(await small.world.store.snapshots.extent('first')).toBeNull();
      expect(await small.world.store.runs.count('first')).toBe(0);
      expect(await small.world.store.connections.of('first')).toBeNull();
    });

    test('shows how far a wrong token came', async () => {
      const tested = await tried({ token: 'a-token-nobody-made' });
      expect(tested).toMatchObject({ value: { tokenLast4: 'made', failure: { kind: 'token-refused' } } });
      expect(tested.ok && tested.value.steps.map(({ outcome }) => outcome)).toEqual([
        'done',
        'not-needed',
        'done',
        'failed',
        'not-tried',
      ]);
    });

    test('names every faulty field at once', async () => {
      expect(await tried({ baseUrl: 'http://enpass.example', token: 'short' })).toMatchObject({
        failure: { errors: [{ path: 'token' }, { path: 'baseUrl' }] },
      });
      expect(small.enpass.requests).toHaveLength(0);
    });

    test('never sends a saved token to another server', async () => {
      await save(good());
      expect(await tried({ baseUrl: 'https://elsewhere.example/' })).toMatchObject({
        failure: { errors: [{ path: 'token' }] },
      });
      expect(small.enpass.requests).toHaveLength(0);
    });
  });
};

onEachDatabase(connectionTests);

test('with nothing configured there is nothing to view or test', async () => {
  const small = await testWorld({ config: { enpass: null } });
  expect(await viewConnection(asAda(small), {})).toEqual({ ok: true, value: null });
  expect(await testConnection(asAda(small), {})).toEqual({ ok: false, failure: { kind: 'no-connection' } });
  await small.end();
});

test('tests are limited like refreshes', async () => {
  const small = await testWorld({ config: { refreshPerMinute: 1 } });
  await testConnection(asAda(small), {});
  expect(await testConnection(asAda(small), {})).toMatchObject({ failure: { kind: 'too-many' } });
  await small.end();
});
