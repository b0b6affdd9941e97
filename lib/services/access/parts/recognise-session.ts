import { LRUCache } from 'lru-cache';
import { secondFactorOf } from '@/lib/domain/second-factor';
import { isOver } from '@/lib/domain/session';
import { type Context, contextFor, type World } from '../../context';
import { fingerprint } from '../../parts/random-secret';
import { noteUse } from './note-use';

const minuteMs = 60_000;

/** The world as the owner of a live session sees it, null for everybody else. Asked on every request: a session dies with its row. */
export async function recogniseSession(
  world: World,
  { secret, network, userAgent = null }: { secret: string; network: string | null; userAgent?: string | null },
): Promise<Context | null> {
  const now = world.clock.now();
  const id = await ids.forceFetch(secret);
  const holder = await world.store.sessions.holder(id, now);
  if (holder === null || isOver(holder, { role: holder.role, limits: world.config.sessions, now })) return null;
  if (now.getTime() - holder.lastSeenAt.getTime() >= minuteMs) {
    await noteUse(world, id, () => world.store.sessions.seen(id, now));
  }
  const { id: userId, name, email, role, organisation, historyVersion, signedInBy, confirmedAt } = holder;
  const secondFactor = secondFactorOf({ ...holder, bySso: signedInBy === 'sso' });
  const via = { session: id, signedInBy, confirmedAt };
  return contextFor(world, {
    actor: { kind: 'person', id: userId, name, email, role, secondFactor, via },
    organisation,
    network,
    userAgent,
    historyVersion: `${historyVersion} ${Math.floor(now.getTime() / minuteMs)}`,
  });
}

// Hashing waits for another thread, and the same few secrets come with every request.
const ids = new LRUCache<string, string>({ max: 1000, fetchMethod: fingerprint });
