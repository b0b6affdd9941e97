import type { SecondFactor } from '@/lib/domain/sign-in-way';
import type { Context } from '../../context';

/** What people of the organisation have beside a password; who has nothing is not in it. A linked provider counts where nothing of ours is held. */
export async function secondFactorsOf({ store, organisation }: Context): Promise<ReadonlyMap<string, SecondFactor>> {
  const [held, linked] = await Promise.all([
    store.factors.held(organisation.id),
    store.identities.all(organisation.id),
  ]);
  return new Map<string, SecondFactor>([...linked.map(({ userId }) => [userId, 'sso'] as const), ...held]);
}
