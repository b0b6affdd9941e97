import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '@/lib/services/operation/back-up';
import { restoreBackup } from '@/lib/services/operation/restore-backup';
import { verifyHistory } from '@/lib/services/operation/verify-history';
import { changeRole } from '@/lib/services/people/change-role';
import { correctPerson } from '@/lib/services/people/correct-person';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import { createToken } from '@/lib/services/tokens/create-token';
import { revokeTokensNamed } from '@/lib/services/tokens/revoke-tokens';
import { cast, scheduler } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { inviteCast, type TestWorld, testWorld } from '../../support/world';

const nothing = { tokens: [], passwords: [], roles: [], disabled: [], factors: [] };

const revokedTests = (fresh: () => Promise<TestDatabase>) => {
  let small: TestWorld;
  let file: string;
  const asCli = () => small.as(scheduler);
  const person = async (email: string) => await small.world.store.people.byEmail('first', email);
  const restored = async (from = file) => {
    small.clock.forward(60_000);
    const done = await restoreBackup(asCli(), { file: from, force: true });
    if (!done.ok) throw new Error(done.failure.kind);
    expect(await verifyHistory(asCli(), {})).toMatchObject({ value: { ok: true, broken: [] } });
    return done.value;
  };
  const later = async (work: () => Promise<unknown>) => {
    small.clock.forward(60_000);
    await work();
  };

  beforeEach(async () => {
    small = await testWorld({ fresh });
    file = join(small.database.dataDir, 'all.backup');
    await inviteCast(small);
    for (const name of ['stays', 'goes']) await createToken(asCli(), { person: cast.olga.email, name });
    await backUp(asCli(), { file });
  });
  afterEach(() => small.end());

  test('keeps what it replaces as a backup beside it, for this user alone, which restores again', async () => {
    await later(() => correctPerson(asCli(), { person: cast.vera.email, name: 'Vera Later', email: cast.vera.email }));
    const { keptAt, staysRevoked } = await restored();
    expect(staysRevoked).toEqual(nothing);
    expect((statSync(keptAt ?? '').mode & 0o777).toString(8)).toBe('600');
    expect(await person(cast.vera.email)).toMatchObject({ name: cast.vera.name });
    await restored(keptAt ?? '');
    expect(await person(cast.vera.email)).toMatchObject({ name: 'Vera Later' });
  });

  test('does not give back tokens, roles, passwords and accounts that were taken away since', async () => {
    const newer = await small.world.passwords.hash('a newer password of Max');
    await later(async () => {
      await revokeTokensNamed(asCli(), { person: cast.olga.email, name: 'goes' });
      await changeRole(asCli(), { person: cast.max.email, role: 'viewer' });
      await changeRole(asCli(), { person: cast.vera.email, role: 'manager' });
      await disablePerson(asCli(), { person: cast.olga.email });
      const max = await person(cast.max.email);
      await small.world.store.people.setPassword(max?.id ?? '', newer, small.clock.now());
    });
    const { staysRevoked, withoutAdmin } = await restored();
    expect(withoutAdmin).toBe(false);
    expect(staysRevoked).toEqual({
      tokens: [{ name: 'goes', owner: cast.olga.email }],
      passwords: [cast.max.email],
      roles: [{ email: cast.max.email, inBackup: 'manager', now: 'viewer' }],
      disabled: [cast.olga.email],
      factors: [],
    });
    expect(await person(cast.max.email)).toMatchObject({ role: 'viewer' });
    expect((await small.world.store.people.credentials(cast.max.email))?.passwordHash).toBe(newer);
    expect(await person(cast.vera.email)).toMatchObject({ role: 'viewer' });
    expect(await person(cast.olga.email)).toMatchObject({ status: 'disabled' });
    expect((await small.world.store.people.credentials(cast.olga.email))?.devicesSince).toBeInstanceOf(Date);
    const tokens = await small.world.store.tokens.all('first');
    expect(tokens.map(({ name, revokedAt }) => `${name} ${revokedAt === null}`).sort()).toEqual([
      'goes false',
      'stays true',
    ]);
    // An older backup must not do what the newer could not.
    expect((await restored()).staysRevoked).toMatchObject({ roles: [{ now: 'viewer' }], disabled: [cast.olga.email] });
  });

  test('knows somebody whose address was corrected before the account was closed', async () => {
    await later(async () => {
      await correctPerson(asCli(), { person: cast.olga.email, name: cast.olga.name, email: 'between@example.org' });
      await disablePerson(asCli(), { person: 'between@example.org' });
      await correctPerson(asCli(), { person: 'between@example.org', name: cast.olga.name, email: 'last@example.org' });
    });
    expect((await restored()).staysRevoked.disabled).toEqual([cast.olga.email]);
  });

  test('believes what is in the backup of somebody let in again before it was made', async () => {
    await later(() => disablePerson(asCli(), { person: cast.vera.email }));
    const shut = join(small.database.dataDir, 'shut.backup');
    await later(() => backUp(asCli(), { file: shut }));
    await later(() => enablePerson(asCli(), { person: cast.vera.email }));
    const open = join(small.database.dataDir, 'open.backup');
    await later(() => backUp(asCli(), { file: open }));
    await restored(shut);
    expect(await person(cast.vera.email)).toMatchObject({ status: 'disabled' });
    expect((await restored(open)).staysRevoked).toEqual(nothing);
    expect(await person(cast.vera.email)).toMatchObject({ status: 'active' });
  });

  test('leaves everybody who is here the second factors of now, and brings back no code that was used', async () => {
    const { store } = small.world;
    const passkey = { userId: cast.ada.id, publicKey: 'p', counter: 0, transports: '', name: 'Lost phone' };
    const begin = (sealed: string) => store.totps.begin(cast.vera.id, { sealed, keyId: 'k' }, small.clock.now());
    const confirm = (sealed: string) =>
      store.totps.confirm(cast.vera.id, { sealed, keyId: 'k' }, { step: 1, at: small.clock.now() });
    await store.passkeys.add({ ...passkey, id: 'lost', credentialId: 'lost', createdAt: small.clock.now() });
    await begin('old');
    await confirm('old');
    await store.recoveryCodes.replace(cast.vera.id, ['used', 'left'], small.clock.now());
    const older = join(small.database.dataDir, 'older.backup');
    await later(() => backUp(asCli(), { file: older }));
    await later(async () => {
      await store.passkeys.remove(cast.ada.id, 'lost');
      await store.totps.remove(cast.vera.id);
      await begin('new');
      await confirm('new');
      await store.recoveryCodes.use(cast.vera.id, 'used', small.clock.now());
    });
    const { staysRevoked, unreadableFactors } = await restored(older);
    expect(staysRevoked).toEqual({ ...nothing, factors: [cast.ada.email, cast.vera.email] });
    expect(unreadableFactors).toEqual([cast.vera.email]);
    expect(await store.passkeys.of(cast.ada.id)).toEqual([]);
    expect((await store.totps.of(cast.vera.id))?.secret.sealed).toBe('new');
    expect(await store.recoveryCodes.left(cast.vera.id)).toBe(1);
  });

  test('changes nothing where what it replaces cannot be kept', async () => {
    const nowhere = { ...small.world.config, dataDir: join(file, 'below-a-file') };
    const refused = await restoreBackup({ ...asCli(), config: nowhere }, { file, force: true });
    expect(refused).toMatchObject({
      failure: { kind: 'old-state-not-kept', reason: expect.stringContaining('ENOTDIR') },
    });
    expect(existsSync(nowhere.dataDir)).toBe(false);
    expect(await person(cast.ada.email)).not.toBeNull();
  });
};

describe('a restore by force', () => onEachDatabase(revokedTests));
