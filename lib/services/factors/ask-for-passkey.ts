import { z } from 'zod';
import type { CreationOptions, RequestOptions } from '@/lib/adapters/passkeys';
import { keepsPasskeys } from '@/lib/domain/passkey-place';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { seal } from './parts/passkey-question';

/** What the browser is asked, and what it brings back with the answer. */
export type PasskeyQuestion<O> = { readonly options: O; readonly question: string };

type Failure = { readonly kind: 'no-passkeys-here' } | Refusal;

/** Asks the browser for a new passkey of one's own. */
export const askForNewPasskey = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<PasskeyQuestion<CreationOptions>, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    if (!keepsPasskeys(ctx.config.publicUrl)) return fail({ kind: 'no-passkeys-here' });
    const known = await ctx.store.passkeys.of(actor.id);
    const options = await ctx.passkeys.creation(
      actor,
      known.map(({ credentialId }) => credentialId),
    );
    const question = seal(ctx, { purpose: 'add', userId: actor.id, challenge: options.challenge });
    return ok({ options, question });
  },
});

/** Asks for one of one's own, to confirm who one is. */
export const askForOwnPasskey = service({
  permission: 'self:manage',
  bySession: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<PasskeyQuestion<RequestOptions>, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    if (!keepsPasskeys(ctx.config.publicUrl)) return fail({ kind: 'no-passkeys-here' });
    const known = await ctx.store.passkeys.of(actor.id);
    const options = await ctx.passkeys.request(known.map(({ credentialId }) => credentialId));
    const question = seal(ctx, { purpose: 'confirm', userId: actor.id, challenge: options.challenge });
    return ok({ options, question });
  },
});

/** Asks for anybody's, to sign in. */
export const askForAnyPasskey = service({
  permission: 'anyone',
  input: z.object({}),
  run: async (ctx): Promise<Result<PasskeyQuestion<RequestOptions>, Failure>> => {
    if (!keepsPasskeys(ctx.config.publicUrl)) return fail({ kind: 'no-passkeys-here' });
    const options = await ctx.passkeys.request([]);
    const question = seal(ctx, { purpose: 'sign-in', userId: null, challenge: options.challenge });
    return ok({ options, question });
  },
});
