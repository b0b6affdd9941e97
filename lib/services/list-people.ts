import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/store';
import { ok } from '@/lib/domain/result';
import { service } from './service';

export type Member = Person;

export const listPeople = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => ok<{ people: Member[] }>({ people: await ctx.store.people.all(ctx.organisation.id) }),
});
