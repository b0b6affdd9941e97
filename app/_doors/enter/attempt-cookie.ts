import type { ResponseCookie } from 'next/dist/compiled/@edge-runtime/cookies';
import { encode, getToken } from 'next-auth/jwt';
import { z } from 'zod';
import type { Config } from '@/lib/config/config';
import { sessionCookie } from './session-cookie';

const attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  beganAt: z.number(),
  /** Where to go on afterwards; a path of ours. */
  to: z.string(),
  /** The session whose owner proves anew who they are; null for a sign-in. */
  confirms: z.string().nullable(),
});

/** What the browser carries, sealed, to the provider and back. */
export type KeptAttempt = z.output<typeof attempt>;

/** An answer that is being made, or what an action answers. */
type Jar = { readonly cookies: { set(name: string, value: string, options: Partial<ResponseCookie>): unknown } };

type Sealing = Pick<Config, 'publicUrl' | 'authSecret'>;

/** Long enough for a password, a second factor and a look for the phone. */
const goodForSeconds = 15 * 60;

export async function keepAttempt(answer: Jar, kept: KeptAttempt, config: Sealing): Promise<void> {
  const { name, options } = cookieOf(config);
  const sealed = await encode({ token: kept, secret: config.authSecret, salt: name, maxAge: goodForSeconds });
  answer.cookies.set(name, sealed, { ...options, maxAge: goodForSeconds });
}

/** Null where there is none, or it was not sealed by us, or is too old. */
export async function keptAttempt(cookies: string | null, config: Sealing): Promise<KeptAttempt | null> {
  const { name, options } = cookieOf(config);
  const sealed = { cookieName: name, salt: name, secureCookie: options.secure, secret: config.authSecret };
  const token = await getToken({ req: { headers: new Headers({ cookie: cookies ?? '' }) }, ...sealed });
  const read = attempt.safeParse(token);
  return read.success ? read.data : null;
}

export function dropAttempt(answer: Jar, config: Sealing): void {
  const { name, options } = cookieOf(config);
  answer.cookies.set(name, '', { ...options, maxAge: 0 });
}

function cookieOf({ publicUrl }: Sealing) {
  const { secure } = sessionCookie(publicUrl);
  // Lax: the way back begins on another site.
  return {
    name: `${secure ? '__Host-' : ''}adoption.provider`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}
