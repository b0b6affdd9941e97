import type { Result } from '@/lib/domain/result';
import type { Actor } from '@/lib/domain/roles';
import { countGuess, type TooMany } from '../../access/parts/count-guess';
import { ownSession } from '../../access/parts/own-session';
import type { Context } from '../../context';

/** Counts a proof as a guess of the session before it is judged, and takes it back when it was right: no page is a place to guess in peace. */
export async function guessing<T, F extends { kind: string }>(
  ctx: Context,
  actor: Actor & { kind: 'person' },
  judge: () => Promise<Result<T, F>>,
): Promise<Result<T, F | TooMany>> {
  const session = ownSession(actor);
  const guess = await countGuess(ctx, { account: actor.email, own: session ? `session ${session}` : null });
  if (!guess.ok) return guess;
  const judged = await judge();
  if (judged.ok) await guess.value.wasRight();
  return judged;
}
