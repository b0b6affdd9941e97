import { knownDeviceMs } from '@/lib/domain/session';
import type { Context } from '../../context';

type Account = { readonly id: string; readonly devicesSince: Date | null };

/** What a browser keeps to be known again as one that this person signed in with. It opens nothing. */
export async function deviceMark(ctx: Context, { id, devicesSince }: Account): Promise<string> {
  const issuedAt = Math.max(ctx.clock.now().getTime(), (devicesSince?.getTime() ?? 0) + 1);
  const signature = await crypto.subtle.sign('HMAC', await keyOf(ctx), signed(id, issuedAt));
  return `${issuedAt}.${Buffer.from(signature).toString('base64url')}`;
}

/**
 * Which of the marks that came along is this account's own and still good; null for a stranger. Nobody's are judged like somebody's,
 * so that time does not tell who has an account.
 */
export async function knownDevice(ctx: Context, account: Account | null, marks: readonly string[]) {
  const key = await keyOf(ctx);
  const judged = await Promise.all(marks.map((mark) => isOf(key, account?.id ?? '', mark)));
  const good = marks.find((mark, at) => judged[at] && account !== null && isInTime(ctx, account, issuedAtOf(mark)));
  return good ?? null;
}

async function isOf(key: CryptoKey, id: string, mark: string): Promise<boolean> {
  const signature = Buffer.from(mark.slice(mark.indexOf('.') + 1), 'base64url');
  return crypto.subtle.verify('HMAC', key, signature, signed(id, issuedAtOf(mark)));
}

/** From the moment of `devicesSince` itself nothing is known any more: `deviceMark` begins after it. */
function isInTime({ clock }: Context, { devicesSince }: Account, issuedAt: number): boolean {
  return issuedAt > (devicesSince?.getTime() ?? 0) && clock.now().getTime() - issuedAt < knownDeviceMs;
}

const issuedAtOf = (mark: string): number => Number(/^\d{1,15}(?=\.)/.exec(mark)?.[0] ?? -1);

const signed = (id: string, issuedAt: number) => new TextEncoder().encode(`known device\n${id}\n${issuedAt}`);

const keyOf = ({ config }: Context): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(config.authSecret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
