import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCache } from '@/lib/adapters/cache';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { endSessions } from '@/lib/services/access/end-sessions';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import type { World } from '@/lib/services/context';
import { changeRole } from '@/lib/services/people/change-role';
import { disablePerson } from '@/lib/services/people/disable-person';
import { createToken } from '@/lib/services/tokens/create-token';
import { revokeTokens } from '@/lib/services/tokens/revoke-tokens';
import { cast } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { peoplePerTest } from '../people/people-world';

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: [cast.ada, cast.vera], fresh });

  /** Another process on the same database, with a connection, a cache and counters of its own. */
  let elsewhere: World;
  beforeEach(async () => {
    const { store } = await openDatabase(people.world.config.databaseUrl);
    elsewhere = { ...people.world, store, cache: createCache(), limits: people.limits() };
  });
  afterEach(() => elsewhere.store.close());

  const network = '192.0.2.7';

  async function cameIn() {
    const secret = await people.open(cast.vera.email);
    const made = await createToken(people.cli, { person: cast.vera.email, name: 'CI' });
    const token = made.ok ? made.value.token : '';
    const known = async () => [
      (await recogniseSession(elsewhere, { secret, network })) !== null,
      (await recogniseToken(elsewhere, { secret: token, network })) !== null,
    ];
    expect(await known()).toEqual([true, true]);
    return known;
  }

  test('what one process ends is over in the other at its next request', async () => {
    const known = await cameIn();
    const ada = await people.signedIn(cast.ada.email);
    expect(await endSessions(ada, { person: cast.vera.id, session: 'others' })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect(await known()).toEqual([false, true]);
    await revokeTokens(ada, { person: cast.vera.id, token: 'others' });
    expect(await known()).toEqual([false, false]);
  });

  test('so it is with who is disabled', async () => {
    const known = await cameIn();
    await disablePerson(await people.signedIn(cast.ada.email), { person: cast.vera.id });
    expect(await known()).toEqual([false, false]);
  });

  test('a changed role ends sessions, and tokens go on with what the role may', async () => {
    const known = await cameIn();
    await changeRole(await people.signedIn(cast.ada.email), { person: cast.vera.id, role: 'ops' });
    expect(await known()).toEqual([false, true]);
  });
});
