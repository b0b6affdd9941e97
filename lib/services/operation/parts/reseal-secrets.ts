import type { Context } from '../../context';
import { openTotp, totpPlace } from '../../factors/parts/totp-secret';
import { type Resealed, resealTokens } from './reseal-tokens';

type World = Pick<Context, 'store' | 'secrets'>;

/** Seals everything with the current key that another key sealed. */
export async function resealSecrets(world: World): Promise<Resealed> {
  const [tokens, totps] = [await resealTokens(world), await resealTotps(world)];
  return { resealed: tokens.resealed + totps, unknown: tokens.unknown };
}

/** What no key opens stays as it is: no code of it could be checked before either, and no old key would be kept for it. */
async function resealTotps({ store, secrets }: World): Promise<number> {
  let resealed = 0;
  for (const { userId, secret } of await store.totps.sealedSecrets()) {
    const plain = openTotp(secrets, userId, { secret });
    if (plain === null) continue;
    const to = secrets.seal(plain, totpPlace(userId));
    if (to.keyId !== secret.keyId && (await store.totps.reseal(userId, { from: secret, to }))) resealed += 1;
  }
  return resealed;
}
