import { type Context, contextFor, type World } from '@/lib/services/context';
import { whenceOf } from '@/server/network';

/** The world as somebody not known yet sees it: for sign-in, set-up and one-time links. */
export async function anonymousContext(world: World): Promise<Context> {
  const organisation = await world.store.organisations.first();
  if (organisation === null) throw new Error('the start creates the first organisation');
  return contextFor(world, {
    actor: { kind: 'nobody' },
    organisation,
    ...whenceOf(world.config.trustedProxies),
  });
}
