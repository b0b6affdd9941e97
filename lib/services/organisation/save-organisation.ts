import { z } from 'zod';
import { isCaptured } from '@/lib/domain/captured';
import { type Day, dayIn, isTimeOfDay, type TimeZone } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { zoneArrow } from '@/lib/domain/zone-history';
import { refreshSnapshot } from '../capture/refresh-snapshot';
import type { Context } from '../context';
import { service } from '../service';
import { organisationName, timeZone } from './parts/organisation-fields';

/** Name, time zone and capture time hold from now on; days already captured keep their day. */
export const saveOrganisation = service({
  permission: 'organisation:manage',
  input: z.object({
    name: organisationName,
    timeZone,
    captureTime: z
      .string({ error: 'Enter a time' })
      .refine(isTimeOfDay, 'Enter a time from 00:00 to 23:59, such as 06:00'),
  }),
  run: async (ctx, asked) => {
    const change = { ...asked, timeZone: ctx.zones.presentName(asked.timeZone) };
    const { id, ...before } = ctx.organisation;
    const ended = await takeDayThatEnds(ctx, change.timeZone);
    await ctx.store.atomically(async (store) => {
      await store.organisations.update(id, change);
      await ctx.audit('organisation-saved', { target: id, ...changes(before, change) }, store);
    });
    return ok({ id, ...change, ended });
  },
});

/** The day that a change of zone ended before its time, and whether its snapshot could be taken before. */
export type EndedDay = { readonly day: Day; readonly taken: boolean };

/**
 * Where tomorrow has begun in the new zone, today's snapshot could never be taken after the change. A failure is kept as a run, does not
 * hold up the change, and is told. Null where the day goes on, has its snapshot, or nothing was captured yet that could miss it.
 */
async function takeDayThatEnds(ctx: Context, timeZone: TimeZone): Promise<EndedDay | null> {
  const now = ctx.clock.now();
  const day = dayIn(now, ctx.organisation.timeZone);
  if (dayIn(now, timeZone) <= day) return null;
  const { snapshots } = ctx.store;
  const [there, first] = await Promise.all([
    snapshots.on(ctx.organisation.id, day),
    snapshots.firstDay(ctx.organisation.id),
  ]);
  if (there !== null && there.source !== 'imported' && isCaptured(there)) return null;
  const { ok: taken } = await refreshSnapshot(ctx, { trigger: 'scheduled' });
  return taken || first !== null ? { day, taken } : null;
}

type Words = { readonly name: string; readonly timeZone: TimeZone; readonly captureTime: string };

/** Only what differs, as "before -> after"; what it is called was typed. */
function changes(before: Words, after: Words) {
  const of = (fields: readonly (keyof Words)[]): Record<string, string> =>
    Object.fromEntries(
      fields
        .filter((field) => before[field] !== after[field])
        .map((field) => [field, `${before[field]}${zoneArrow}${after[field]}`]),
    );
  return { detail: of(['timeZone', 'captureTime']), said: { target: after.name, ...of(['name']) } };
}
