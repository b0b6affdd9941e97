import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { fingerprint } from '../../parts/random-secret';

export const purposes = ['add', 'sign-in', 'confirm'] as const;
export type Purpose = (typeof purposes)[number];

export type PasskeyRefused = { readonly kind: 'passkey-refused' };

/** For whom and what a browser is asked; `userId` is null at sign-in, where anybody's passkey may answer. */
type Asked = { readonly purpose: Purpose; readonly userId: string | null };
type Question = Asked & { readonly challenge: string; readonly until: number };

const lastsMs = 5 * 60_000;

/** What a browser brings back with its answer. Sealed instead of kept: whoever only asks, and who may be anybody, writes nothing. */
export function seal({ secrets, clock }: Context, asked: Asked & { challenge: string }): string {
  const question: Question = { ...asked, until: clock.now().getTime() + lastsMs };
  const { sealed, keyId } = secrets.seal(JSON.stringify(question), place);
  return `${keyId}.${sealed}`;
}

/** The challenge that was asked within 5 minutes for this, of this person. */
export function openQuestion(
  { secrets, clock }: Context,
  { purpose, userId }: Asked,
  given: string,
): Result<Question, PasskeyRefused> {
  const [keyId = '', sealed = ''] = given.split('.');
  try {
    const question: Question = JSON.parse(secrets.open({ keyId, sealed }, place));
    const now = clock.now().getTime();
    const inTime = now <= question.until && question.until - now <= lastsMs;
    const isSame = question.purpose === purpose && question.userId === userId;
    return inTime && isSame ? ok(question) : refused;
  } catch {
    return refused;
  }
}

/** Uses up the challenge of an answer that was right: the same answer opens nothing again, in no process. */
export async function takeQuestion(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  { challenge, purpose, userId, until }: Question,
): Promise<boolean> {
  const id = await fingerprint(challenge);
  const row = { id, purpose, userId, challenge, expiresAt: new Date(until) };
  return store.passkeys.takeChallenge(row, clock.now());
}

const place = 'passkey question';
export const refused = fail<PasskeyRefused>({ kind: 'passkey-refused' });
