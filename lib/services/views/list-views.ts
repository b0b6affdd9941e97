import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { cached } from '../parts/cached';
import { service } from '../service';
import { readerOf, readViewsOf, viewOf } from './parts/read-views';

/** One's own views and those for all, by name: what the menu of Trends shows. */
export const listViews = service({
  permission: 'adoption:see',
  input: z.strictObject({}),
  run: async (ctx) => ok(await viewsOf(ctx, readerOf(ctx))),
});

/** For each reader, since most are somebody's own. */
const viewsOf = cached({
  name: 'saved views',
  make: async (ctx, reader: string) => (await readViewsOf(ctx, reader)).map(viewOf),
});
