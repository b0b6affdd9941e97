import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { readViews, viewOf } from './parts/read-views';

/** One's own views and those for all, by name: what the menu of Trends shows. */
export const listViews = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => ok((await readViews(ctx)).map(viewOf)),
});
