import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { type Refusal, service } from '../service';
import { passkeyName } from './parts/fields';
import { creationAnswer, question } from './parts/passkey-answers';
import { openQuestion, type PasskeyRefused, refused, takeQuestion } from './parts/passkey-question';
import type { OwnPasskey } from './view-own-factors';

type Failure = PasskeyRefused | InvalidInput | Refusal;

const most = 20;

/** Keeps the passkey that a browser made when it was asked for one. */
export const addPasskey = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({ name: passkeyName, question, answer: creationAnswer }),
  run: async (ctx, { name, question, answer }): Promise<Result<OwnPasskey, Failure>> => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const asked = openQuestion(ctx, { purpose: 'add', userId: actor.id }, question);
    if (!asked.ok) return asked;
    const made = await ctx.passkeys.created(answer, asked.value.challenge);
    if (made === null) return refused;
    const passkey = { id: crypto.randomUUID(), name, createdAt: ctx.clock.now() };
    return ctx.store.atomically(async (store): Promise<Result<OwnPasskey, Failure>> => {
      if ((await store.passkeys.of(actor.id)).length >= most) {
        return invalid('name', `At most ${most} passkeys are possible. Remove one that is not used any more first.`);
      }
      if (!(await takeQuestion({ store, clock: ctx.clock }, asked.value))) return refused;
      if (!(await store.passkeys.add({ ...passkey, ...made, userId: actor.id }))) return refused;
      await ctx.audit('passkey-added', { said: { name } }, store);
      return ok({ ...passkey, lastUsedAt: null });
    });
  },
});
