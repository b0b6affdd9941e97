import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

export type Member = Person;

export const listPeople = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => {
    const people = await ctx.store.people.all(ctx.organisation.id);
    return ok<{ people: Member[] }>({ people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) });
  },
});
