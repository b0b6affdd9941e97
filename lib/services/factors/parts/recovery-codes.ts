import type { Store } from '@/lib/adapters/db/stores/store';
import type { Context } from '../../context';
import { fingerprint } from '../../parts/random-secret';

const count = 10;
// No digit that looks like a letter.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const length = 26;

/** Ten codes of 130 bits in place of all earlier ones. They are in the answer and nowhere else. */
export async function makeRecoveryCodes(
  ctx: Pick<Context, 'clock'>,
  { userId, store }: { userId: string; store: Store },
): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  const hashes = await Promise.all(codes.map((code) => recoveryHash(userId, code)));
  await store.recoveryCodes.replace(userId, hashes, ctx.clock.now());
  return codes.map(grouped);
}

/** How a recovery code is written, without groups; null for what is none. */
export function asRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}

/** The owner goes in, so that one guess is not tried at everybody. */
export const recoveryHash = (userId: string, code: string): Promise<string> => fingerprint(`${userId} ${code}`);

const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => alphabet[byte % alphabet.length]).join('');

const grouped = (code: string): string => code.match(/.{1,6}/g)?.join('-') ?? code;
