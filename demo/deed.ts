import type { Result } from '@/lib/domain/result';
import type { Context } from '@/lib/services/context';
import type { cast } from './cast';

export type Who = keyof typeof cast;

/** Something somebody did at a moment of the past, through the same services as today. Whoever only looks does nothing. */
export type Deed = { readonly at: Date; readonly by: Who; readonly run?: (ctx: Context) => Promise<void> };

/** A refusal of the past is a mistake of the story's. */
export async function done(asked: Result<unknown, { kind: string }> | Promise<Result<unknown, { kind: string }>>) {
  const result = await asked;
  if (!result.ok) throw new Error(`the past was refused: ${JSON.stringify(result.failure)}`);
}
