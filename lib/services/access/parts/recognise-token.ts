import { secondFactorOf } from '@/lib/domain/second-factor';
import { type Context, contextFor, type World } from '../../context';
import { fingerprint } from '../../parts/random-secret';
import { noteUse } from './note-use';
import { countRefusedToken, type Whence } from './refused-tokens';

export const tokenPrefix = 'ea_';
const usedEveryMs = 60_000;

/** The world as a live API token's owner sees it, within the token's scope; null when revoked, expired or never made. */
export async function recogniseToken(
  world: World,
  { secret, ...whence }: Whence & { secret: string },
): Promise<Context | null> {
  const now = world.clock.now();
  const isOurs = secret.startsWith(tokenPrefix);
  const holder = isOurs ? await world.store.tokens.holder(await fingerprint(secret), now) : null;
  if (holder === null) {
    await countRefusedToken(world, whence);
    return null;
  }
  const { tokenId, scope, lastUsedAt, id, name, email, role, organisation } = holder;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= usedEveryMs) {
    await noteUse(world, tokenId, () => world.store.tokens.used(tokenId, { at: now, network: whence.network }));
  }
  const secondFactor = secondFactorOf({ ...holder, bySso: holder.isLinked });
  return contextFor(world, {
    actor: { kind: 'person', id, name, email, role, secondFactor, via: { token: tokenId, scope } },
    organisation,
    ...whence,
  });
}
