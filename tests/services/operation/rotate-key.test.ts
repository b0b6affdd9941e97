import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeyRing } from '@/lib/adapters/key-ring';
import { createSecrets } from '@/lib/adapters/secrets';
import { resolveConnection } from '@/lib/services/connection/parts/resolve-connection';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { type Context, contextFor } from '@/lib/services/context';
import { beginTotp, viewBegunTotp } from '@/lib/services/factors/begin-totp';
import { rotateKey } from '@/lib/services/operation/rotate-key';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { asAda, worldPerTest } from '../../support/world';

const rotationTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  /** Ada in a process of its own with these keys. */
  function adaWith(encryptionKeys: readonly string[], encryptionKeyIsGenerated: boolean): Context {
    const keyRing = createKeyRing({ dataDir: small.database.dataDir, encryptionKeys, encryptionKeyIsGenerated });
    const { actor, organisation, network } = asAda(small);
    const world = { ...small.world, keyRing, secrets: createSecrets(keyRing.keys) };
    return contextFor(world, { actor, organisation, network });
  }
  const token = async (ctx: Context) => (await resolveConnection(ctx))?.target.token;
  const connect = (ctx: Context) => saveConnection(ctx, { baseUrl: small.enpass.url, token: 'the-token-that-is-kept' });

  test('a generated key is replaced, and a server that runs beside follows', async () => {
    const file = join(small.database.dataDir, 'encryption-key');
    writeFileSync(file, 'the first generated key, 32 bytes or more\n', { mode: 0o600 });
    const [server, cli] = [adaWith(['the first generated key, 32 bytes or more'], true), adaWith([], true)];
    await connect(server);
    expect(await rotateKey(cli, {})).toEqual({ ok: true, value: { resealed: 1, keyFrom: 'generated' } });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('first generated');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await token(server)).toBe('the-token-that-is-kept');
    expect(await token(adaWith([], true))).toBe('the-token-that-is-kept');
    await connect(server);
    expect(await token(adaWith([], true))).toBe('the-token-that-is-kept');
  });

  test('the secrets of apps for codes are sealed anew, too', async () => {
    const [old, next] = ['an old key of thirty-two bytes or more', 'the next key of thirty-two bytes or more'];
    await small.world.store.people.create('first', {
      ...cast.ada,
      status: 'active',
      passwordHash: null,
      createdAt: small.clock.now(),
    });
    const begun = await beginTotp(adaWith([old], false), {});
    expect(await rotateKey(adaWith([next, old], false), {})).toMatchObject({ value: { resealed: 1 } });
    expect(await viewBegunTotp(adaWith([next], false), {})).toEqual(begun);
  });

  test('keys of the environment: what the previous one sealed is sealed with the new one', async () => {
    const [old, next] = ['an old key of thirty-two bytes or more', 'the next key of thirty-two bytes or more'];
    await connect(adaWith([old], false));
    expect(await rotateKey(adaWith([next, old], false), {})).toEqual({
      ok: true,
      value: { resealed: 1, keyFrom: 'environment' },
    });
    expect(await token(adaWith([next], false))).toBe('the-token-that-is-kept');
    expect(await rotateKey(adaWith([next], false), {})).toMatchObject({ value: { resealed: 0 } });
  });

  test('while a token cannot be opened, no key is retired', async () => {
    await connect(adaWith(['a key that got lost, 32 bytes or more'], false));
    const ctx = adaWith(['a key that is there, 32 bytes or more'], false);
    expect(await rotateKey(ctx, {})).toEqual({ ok: false, failure: { kind: 'unknown-key', of: ['first'] } });
  });

  test('only an admin or the command line may', async () => {
    expect(await rotateKey(small.as(signedIn(cast.olga)), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
  });
};

describe('rotating the encryption key', () => onEachDatabase(rotationTests));
