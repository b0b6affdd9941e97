import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from './service';

export const listPeople = service({
  permission: 'people:manage',
  input: z.object({}),
  run: async (ctx) => ok({ people: await ctx.store.people.all(ctx.organisation.id) }),
});
