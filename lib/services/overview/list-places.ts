import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { mayOf } from '@/lib/domain/roles';
import { addWeeks, type Week } from '@/lib/domain/week';
import { placesOf } from '@/lib/views/places/places';
import { service } from '../service';
import { weeksThere } from '../weeks/parts/read-week';

/** Beyond, the list of all annotations is the way. */
const mostAnnotations = 500;

/** Where whoever asks may go: pages, trends, all weeks, the newest annotations, definitions and settings. */
export const listPlaces = service({
  permission: 'adoption:see',
  input: z.object({}),
  run: async (ctx) => {
    const there = await weeksThere(ctx);
    const weeks: Week[] = [];
    if (there) for (let week = there.last; week >= there.first; week = addWeeks(week, -1)) weeks.push(week);
    const newest = { from: '0001-01-01', to: '9999-12-31', limit: mostAnnotations, cursor: null } as const;
    const page = await ctx.store.annotations.page(ctx.organisation.id, newest);
    return ok(placesOf(mayOf(ctx.actor), { today: ctx.today(), weeks, annotations: page?.annotations ?? [] }));
  },
});
