import { createLimits } from '@/lib/adapters/limits';
import { createPasswords } from '@/lib/adapters/passwords';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { signIn } from '@/lib/services/access/sign-in';
import { castPassword, type Member, nobody } from '../../../demo/cast';
import type { TestDatabase } from '../../support/databases';
import { testWorld } from '../../support/world';

// Hashing is slow on purpose; the cast has one password, so one hash will do.
const castHash = createPasswords().hash(castPassword);

export const organisationId = 'first';

/** The test world with nobody in it yet, and short ways to do what people do. */
export async function peopleWorld({ fresh }: { fresh?: () => Promise<TestDatabase> } = {}) {
  const config = { publicUrl: new URL('https://adoption.example') };
  const inner = await testWorld({ config, ...(fresh ? { fresh } : {}) });
  const { world, clock, as, end, database } = inner;
  const guess = (email: string, password: string, inside = world) =>
    signIn({ ...as(nobody), ...inside }, { email, password, userAgent: 'Vitest' });
  return {
    world,
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
    /** Signs in by password and answers the session's secret. */
    open: async (email: string) => {
      const opened = await guess(email, castPassword);
      if (!opened.ok) throw new Error(opened.failure.kind);
      return opened.value.secret;
    },
    ctxOf: (secret: string) => recogniseSession(world, { secret, network: '192.0.2.7' }),
    actions: async () => {
      const entries = await world.store.audit.page(organisationId, { limit: 1000, beforeSeq: null });
      return entries.map((entry) => entry.action).reverse();
    },
  };
}

export type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>;
