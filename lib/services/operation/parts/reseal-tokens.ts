import type { Secrets } from '@/lib/adapters/secrets';
import { connectionPlace } from '../../connection/parts/resolve-connection';
import type { Context } from '../../context';

/** `unknown` are the organisations whose token no key opens. */
export type Resealed = { readonly resealed: number; readonly unknown: readonly string[] };

/** Seals every saved token with the current key that another key sealed. */
export async function resealTokens({ store, secrets }: Pick<Context, 'store' | 'secrets'>): Promise<Resealed> {
  const unknown: string[] = [];
  let resealed = 0;
  for (const { organisationId, token } of await store.connections.sealedTokens()) {
    const place = connectionPlace(organisationId);
    const plain = openOrNull(secrets, token, place);
    if (plain === null) unknown.push(organisationId);
    else {
      const to = secrets.seal(plain, place);
      const outdated = to.keyId !== token.keyId;
      if (outdated && (await store.connections.reseal(organisationId, { from: token, to }))) resealed += 1;
    }
  }
  return { resealed, unknown };
}

/** Null when the key is gone or the value was altered: which of both cannot be told. */
function openOrNull(secrets: Secrets, token: { sealed: string; keyId: string }, place: string): string | null {
  try {
    return secrets.open(token, place);
  } catch {
    return null;
  }
}
