import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { SecondFactor } from '@/lib/domain/sign-in-way';
import { service } from '../service';
import { person as personField, personOf } from './parts/person-fields';

import { secondFactorsOf } from './parts/second-factor';

export type PersonView = {
  readonly person: Person;
  readonly isSelf: boolean;
  /** Then role and status stay as they are: somebody must be able to manage people. */
  readonly isLastAdmin: boolean;
  /** Then the provider says their role, at every sign-in. */
  readonly roleIsProviders: string | null;
  /** Never signed in, no token, and neither oneself nor the last admin. */
  readonly isRemovable: boolean;
  /** What they have beside a password. */
  readonly secondFactor: SecondFactor;
};

/** One person, and what can be done with them: what would be refused is not offered. */
export const viewPerson = service({
  permission: 'people:manage',
  input: z.object({ person: personField }),
  run: async (ctx, { person: who }): Promise<Result<PersonView, { kind: 'not-found' }>> => {
    const { store, organisation, actor } = ctx;
    const person = await personOf(ctx, who);
    if (person === null) return fail({ kind: 'not-found' });
    const [admins, tokens, identities, held] = await Promise.all([
      store.people.countActiveAdmins(organisation.id),
      store.tokens.of(organisation.id, person.id),
      store.identities.of(person.id),
      secondFactorsOf(ctx),
    ]);
    const isSelf = actor.kind === 'person' && actor.id === person.id;
    const isLastAdmin = person.role === 'admin' && person.status === 'active' && admins <= 1;
    const isUnseen = person.lastSignInAt === null && tokens.length === 0;
    const { provider } = ctx.config.signIn;
    const roleIsProviders = ctx.oidc !== null && provider?.roles && identities.length > 0 ? provider.name : null;
    const secondFactor = held.get(person.id) ?? 'none';
    const isRemovable = isUnseen && !isSelf && !isLastAdmin;
    return ok({ person, isSelf, isLastAdmin, roleIsProviders, isRemovable, secondFactor });
  },
});
