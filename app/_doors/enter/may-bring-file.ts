import 'server-only';
import { actorMay } from '@/lib/domain/roles';
import { lacksFactor } from '@/lib/domain/second-factor';
import { world } from '@/lib/runtime/runtime';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { recogniseToken } from '@/lib/services/access/parts/recognise-token';
import type { Context, World } from '@/lib/services/context';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import type { Application, Asker } from '@/server/application';
import { whenceOf } from '@/server/network';
import { bearerIn } from './bearer';
import { sessionSecret } from './session-cookie';

/** For the server in front of Next, which lets nobody else send more than a form. What comes of the file is for the doors to judge. */
export const mayBringFile: Application['mayBringFile'] = async (asker) => {
  try {
    const ctx = await recognise(await world(), asker);
    if (ctx === null) return 'not-signed-in';
    if (lacksFactor(ctx.actor, ctx.config.signIn.factorRequired)) return 'not-allowed';
    return actorMay(ctx.actor, 'history:import') ? 'yes' : 'not-allowed';
  } catch (error) {
    if (isDatabaseAway(error)) return 'database-away';
    throw error;
  }
};

async function recognise(built: World, { authorization, cookie }: Asker): Promise<Context | null> {
  const whence = whenceOf(built.config.trustedProxies);
  const token = bearerIn(authorization);
  if (authorization !== null) return token === null ? null : recogniseToken(built, { secret: token, ...whence });
  const secret = await sessionSecret(cookie, built.config);
  return secret === null ? null : recogniseSession(built, { secret, ...whence });
}
