import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Actor } from '@/lib/domain/roles';
import type { TooMany } from '../access/parts/count-guess';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { confirmSession } from './parts/confirm-session';
import { guessing } from './parts/guessing';
import { judgeCode } from './parts/judge-code';

type Judged = InvalidInput | { readonly kind: 'factor-unreadable' };
type Failure = Judged | TooMany | Refusal;
type Person = Actor & { kind: 'person' };

const text = z.string().max(1024).optional();
const proofs = ['password', 'code', 'proof'] as const;

/** Proves again who one is: for 10 minutes it lets through what a borrowed screen must not do. `proof` is a password or a code, whichever it is. */
export const confirmYourself = service({
  permission: 'self:manage',
  bySession: true,
  beforeFactor: true,
  input: z.object({ password: text, code: text, proof: text }),
  run: async (ctx, input): Promise<Result<{ at: Date }, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const given = proofs.find((name) => input[name]);
    if (given === undefined) return invalid('password', 'Enter your password or a code.');
    const judged = await guessing(ctx, actor, () => judge(ctx, actor, { given, value: input[given] ?? '' }));
    if (judged.ok) return confirmSession(ctx);
    if (judged.failure.kind !== 'too-many') await ctx.audit('confirmation-refused');
    return judged;
  },
});

type Given = { readonly given: (typeof proofs)[number]; readonly value: string };

async function judge(ctx: Context, actor: Person, { given, value }: Given): Promise<Result<null, Judged>> {
  if (given !== 'password') {
    const judged = await judgeCode(ctx, actor, value);
    if (judged.ok) return judged;
    if (given === 'code') {
      return judged.failure.kind === 'factor-unreadable'
        ? fail({ kind: judged.failure.kind })
        : invalid('code', wrongCode);
    }
  }
  const known = await ctx.store.people.credentials(actor.email);
  if (await ctx.passwords.verify(known?.passwordHash ?? null, value)) return ok(null);
  return invalid(
    given,
    given === 'password' ? 'This is not your password.' : 'This is not your password, nor a code that is right.',
  );
}

const wrongCode = 'This code is not right, or was used already.';
