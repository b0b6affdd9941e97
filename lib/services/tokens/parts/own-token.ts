import type { Actor } from '@/lib/domain/roles';

/** Whether who asks does so by this very token. */
export const isOwnToken = (actor: Actor, id: string): boolean =>
  actor.kind === 'person' && 'token' in actor.via && actor.via.token === id;
