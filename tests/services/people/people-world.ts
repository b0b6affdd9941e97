import { afterEach, beforeEach } from 'vitest';
import { createLimits } from '@/lib/adapters/limits';
import { createPasswords } from '@/lib/adapters/passwords';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn } from '@/lib/services/access/sign-in';
import { castPassword, type Member, nobody } from '../../../demo/cast';
import { freshSqlite, type TestDatabase } from '../../support/databases';
import { testWorld } from '../../support/world';

// Hashing is slow on purpose; the cast has one password, so one hash will do.
const castHash = createPasswords().hash(castPassword);

export const organisationId = 'first';

type Wanted = { members?: readonly Member[]; fresh?: () => Promise<TestDatabase> };
type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>;

/** For each test: a world with these people in it, by default nobody, and short ways to do what people do. */
export function peoplePerTest({ members = [], fresh = freshSqlite }: Wanted = {}): PeopleWorld {
  const people = {} as PeopleWorld;
  beforeEach(async () => {
    Object.assign(people, await peopleWorld(fresh));
    for (const member of members) await people.add(member);
  });
  afterEach(() => people.end());
  return people;
}

async function peopleWorld(fresh: () => Promise<TestDatabase>) {
  const config = { publicUrl: new URL('https://adoption.example') };
  const inner = await testWorld({ config, fresh });
  const { world, clock, as, end, database } = inner;
  const guess = (email: string, password: string, inside = world) =>
    signIn({ ...as(nobody), ...inside }, { email, password, userAgent: 'Vitest' });
  /** Signs in by password and answers the session's secret. */
  const open = async (email: string) => {
    const opened = await guess(email, castPassword);
    if (!opened.ok) throw new Error(opened.failure.kind);
    return opened.value.secret;
  };
  const ctxOf = (secret: string) => recogniseSession(world, { secret, network: '192.0.2.7' });
  return {
    world,
    prisma: database.prisma,
    as,
    end,
    guess,
    nobody: as(nobody),
    cli: as({ kind: 'job', name: 'cli' }),
    pass: clock.forward,
    /** Counters as another process has them. */
    limits: () => createLimits({ client: database.prisma, refreshPerMinute: 6, apiPerMinute: 120 }),
    add: async ({ id, email, name, role }: Member) => {
      const person = { id, email, name, role, passwordHash: await castHash, status: 'active' as const };
      await world.store.people.create(organisationId, { ...person, createdAt: clock.now() });
    },
    open,
    ctxOf,
    signedIn: async (email: string) => {
      const ctx = await ctxOf(await open(email));
      if (ctx === null) throw new Error('not signed in');
      return ctx;
    },
    actions: async () => {
      const entries = await world.store.audit.page(organisationId, { limit: 1000, beforeSeq: null });
      return entries.flatMap(({ action, times }) => Array<string>(times).fill(action)).reverse();
    },
  };
}
