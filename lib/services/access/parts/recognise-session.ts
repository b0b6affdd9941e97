import { isIdle } from '@/lib/domain/session';
import { type Context, contextFor, type World } from '../../context';
import { fingerprint } from '../../parts/random-secret';

const seenEveryMs = 60_000;

/** The world as the owner of a live session sees it, null for everybody else. Asked on every request: a session dies with its row. */
export async function recogniseSession(
  world: World,
  { secret, network }: { secret: string; network: string | null },
): Promise<Context | null> {
  const now = world.clock.now();
  const id = await sessionId(secret);
  const holder = await world.store.sessions.holder(id, now);
  if (holder === null || isIdle(holder.lastSeenAt, now)) return null;
  if (now.getTime() - holder.lastSeenAt.getTime() >= seenEveryMs) await world.store.sessions.seen(id, now);
  const { id: userId, name, email, role, organisation, edition } = holder;
  return contextFor(world, {
    actor: { kind: 'person', id: userId, name, email, role, via: { session: id } },
    organisation,
    network,
    edition,
  });
}

// Hashing waits for another thread, and the same few secrets come with every request.
const known = new Map<string, string>();
const mostKnown = 1000;

async function sessionId(secret: string): Promise<string> {
  const id = known.get(secret) ?? (await fingerprint(secret));
  const [oldest] = known.keys();
  if (!known.has(secret) && known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
  known.set(secret, id);
  return id;
}
