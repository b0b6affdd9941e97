import type { Context } from '../../context';
import { fingerprint } from '../../parts/random-secret';

const lastsMs = 5 * 60_000;

type Credentials = { readonly id: string; readonly passwordHash: string | null };

/** What a browser brings back with the code, so that the password need not be typed, kept in a page or judged twice. */
export async function halfWay({ secrets, clock }: Context, known: Credentials): Promise<string> {
  const until = clock.now().getTime() + lastsMs;
  const { sealed, keyId } = secrets.seal(JSON.stringify({ until, ...(await rightFor(known)) }), place);
  return `${keyId}.${sealed}`;
}

/** Whether the password was right within 5 minutes, for this account, and is still the same. */
export async function isHalfWay({ secrets, clock }: Context, known: Credentials, half: string): Promise<boolean> {
  const [keyId = '', sealed = ''] = half.split('.');
  try {
    const { until, ...given } = JSON.parse(secrets.open({ keyId, sealed }, place));
    const now = clock.now().getTime();
    return now <= until && until - now <= lastsMs && JSON.stringify(given) === JSON.stringify(await rightFor(known));
  } catch {
    return false;
  }
}

const place = 'sign-in half way';

const rightFor = async ({ id, passwordHash }: Credentials) => ({ id, password: await fingerprint(passwordHash ?? '') });
