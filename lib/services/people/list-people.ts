import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { ok } from '@/lib/domain/result';
import type { SecondFactor } from '@/lib/domain/sign-in-way';
import { service } from '../service';
import { secondFactorsOf } from './parts/second-factor';

export type Member = Person & { readonly secondFactor: SecondFactor };

export const listPeople = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => {
    const people = await ctx.store.people.all(ctx.organisation.id);
    const factors = await secondFactorsOf(ctx);
    const members = people.map((person) => ({ ...person, secondFactor: factors.get(person.id) ?? 'none' }));
    return ok<{ people: Member[] }>({ people: members.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) });
  },
});
