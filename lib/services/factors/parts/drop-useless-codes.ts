import type { Store } from '@/lib/adapters/db/stores/store';
import type { Context } from '../../context';

/** Recovery codes stand in for a factor: with the last one they go. */
export async function dropUselessCodes(
  { clock }: Pick<Context, 'clock'>,
  { userId, store }: { userId: string; store: Store },
): Promise<void> {
  const [totp, passkeys] = [await store.totps.of(userId), await store.passkeys.of(userId)];
  const hasFactor = passkeys.length > 0 || (totp !== null && totp.confirmedAt !== null);
  if (!hasFactor) await store.recoveryCodes.replace(userId, [], clock.now());
}
