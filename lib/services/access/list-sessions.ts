import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { person as personField, personOf } from '../people/parts/person-fields';
import { type Refusal, service } from '../service';
import { liveSessions, type SessionView } from './parts/live-sessions';

export type { SessionView };

type Listed = { readonly sessions: readonly SessionView[] };

/** Where the person is signed in, this session first, then the one used last. */
export const listOwnSessions = service({
  permission: 'self:manage',
  input: z.object({}),
  run: async (ctx): Promise<Result<Listed, Refusal>> =>
    ctx.actor.kind === 'person'
      ? ok({ sessions: await liveSessions(ctx, ctx.actor) })
      : fail({ kind: 'not-signed-in' }),
});

/** Where somebody is signed in, for who manages people. */
export const listSessions = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: async (ctx, input): Promise<Result<Listed, { kind: 'not-found' }>> => {
    const person = await personOf(ctx, input.person);
    return person === null ? fail({ kind: 'not-found' }) : ok({ sessions: await liveSessions(ctx, person) });
  },
});
