import type { Person } from '@/lib/adapters/db/stores/people';
import type { Store } from '@/lib/adapters/db/stores/store';
import { longestMs } from '@/lib/domain/session';
import type { SignInWay } from '@/lib/domain/sign-in-way';
import type { Context } from '../../context';
import { auditAs } from '../../parts/audit-as';
import { fingerprint, randomSecret } from '../../parts/random-secret';

type Opening = {
  readonly person: Person;
  readonly signedInBy: SignInWay;
  readonly userAgent: string;
  /** The secret of the session that the browser brought along: it would live on with nobody to end it. */
  readonly replaces: string | null;
  readonly store: Store;
};

/** Opens a session for somebody who proved who they are, and answers its secret. In place of the one the browser had before. */
export async function openSession(ctx: Context, opening: Opening): Promise<string> {
  const { person, signedInBy, userAgent, replaces, store } = opening;
  const secret = randomSecret();
  const now = ctx.clock.now();
  if (replaces !== null) await endReplaced(ctx, { secret: replaces, store });
  await store.sessions.create({
    id: await fingerprint(secret),
    userId: person.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + longestMs({ role: person.role, limits: ctx.config.sessions })),
    userAgent: userAgent.slice(0, 300),
    network: ctx.network,
    signedInBy,
    confirmedAt: now,
  });
  await auditAs(ctx, person, { action: 'signed-in', detail: { by: signedInBy }, store });
  return secret;
}

async function endReplaced(ctx: Context, { secret, store }: { secret: string; store: Store }): Promise<void> {
  const ended = await store.sessions.replace(await fingerprint(secret), ctx.clock.now());
  const owner = ended && (await store.people.byId(ctx.organisation.id, ended.userId));
  if (owner) await auditAs(ctx, owner, { action: 'session-replaced', store });
}
