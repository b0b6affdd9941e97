import type { Actor } from '@/lib/domain/roles';

export const ownSession = (actor: Actor & { kind: 'person' }): string | undefined =>
  'session' in actor.via ? actor.via.session : undefined;
