import type { Actor } from '@/lib/domain/roles';

export const ownSession = (actor: Actor): string | undefined =>
  actor.kind === 'person' && 'session' in actor.via ? actor.via.session : undefined;

export const isOwnSession = (actor: Actor, id: string): boolean => ownSession(actor) === id;
