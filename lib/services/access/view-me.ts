import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/roles';
import type { SecondFactor, SignInWay } from '@/lib/domain/sign-in-way';
import { type Refusal, service } from '../service';

export type Me = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly secondFactor: SecondFactor;
  readonly signedInBy: SignInWay | 'token';
};

/** Who asks, and how they came. */
export const viewMe = service({
  permission: 'adoption:see',
  beforeFactor: true,
  input: z.object({}),
  run: async ({ actor, organisation }): Promise<Result<Me, Refusal>> => {
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const { id, email, name, role, secondFactor, via } = actor;
    const signedInBy = 'session' in via ? via.signedInBy : 'token';
    return ok({ id, email, name, role, organisation: organisation.name, secondFactor, signedInBy });
  },
});
