import { z } from 'zod';
import { isCaptured } from '@/lib/domain/captured';
import { dayIn, isTimeOfDay, isTimeZone, type TimeZone } from '@/lib/domain/day';
import { ok } from '@/lib/domain/result';
import { zoneArrow } from '@/lib/domain/zone-history';
import { refreshSnapshot } from '../capture/refresh-snapshot';
import type { Context } from '../context';
import { service } from '../service';

/** Name, time zone and capture time hold from now on; days already captured keep their day. */
export const saveOrganisation = service({
  permission: 'organisation:manage',
  input: z.object({
    name: z
      .string({ error: 'Enter a name' })
      .trim()
      .min(1, 'Enter a name')
      .max(80, 'At most 80 characters')
      .regex(/^\P{C}*$/u, 'A name has no control characters'),
    timeZone: z
      .string({ error: 'Choose a time zone' })
      .trim()
      .max(80, 'Choose a time zone')
      .refine(isTimeZone, 'Not a time zone of the IANA list, such as Europe/Berlin'),
    captureTime: z
      .string({ error: 'Enter a time' })
      .refine(isTimeOfDay, 'Enter a time from 00:00 to 23:59, such as 06:00'),
  }),
  run: async (ctx, asked) => {
    const change = { ...asked, timeZone: ctx.zones.presentName(asked.timeZone) };
    const { id, ...before } = ctx.organisation;
    await takeDayThatEnds(ctx, change.timeZone);
    await ctx.store.atomically(async (store) => {
      await store.organisations.update(id, change);
      await ctx.audit('organisation-saved', { target: change.name, detail: changes(before, change) }, store);
    });
    return ok({ id, ...change });
  },
});

/**
 * Where tomorrow has begun in the new zone, today's snapshot could never be taken after the change. A failure is kept as a run, and
 * does not hold up the change.
 */
async function takeDayThatEnds(ctx: Context, timeZone: TimeZone): Promise<void> {
  const now = ctx.clock.now();
  const today = dayIn(now, ctx.organisation.timeZone);
  if (dayIn(now, timeZone) <= today) return;
  const there = await ctx.store.snapshots.on(ctx.organisation.id, today);
  if (there === null || there.source === 'imported' || !isCaptured(there))
    await refreshSnapshot(ctx, { trigger: 'scheduled' });
}

type Words = { readonly name: string; readonly timeZone: TimeZone; readonly captureTime: string };

/** Only what differs, as "before -> after". */
const changes = (before: Words, after: Words): Record<string, string> =>
  Object.fromEntries(
    (['name', 'timeZone', 'captureTime'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, `${before[field]}${zoneArrow}${after[field]}`]),
  );
