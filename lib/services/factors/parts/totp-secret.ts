import type { StoredTotp } from '@/lib/adapters/db/stores/totps';
import type { Secrets } from '@/lib/adapters/secrets';

/** Binds the secret of an app to its owner: no other row opens with it. */
export const totpPlace = (userId: string): string => `totp of ${userId}`;

/** Null when its key is gone, as after a restore without keys, or when it was altered: which of both cannot be told. */
export function openTotp(secrets: Secrets, userId: string, { secret }: Pick<StoredTotp, 'secret'>): string | null {
  try {
    return secrets.open(secret, totpPlace(userId));
  } catch {
    return null;
  }
}
