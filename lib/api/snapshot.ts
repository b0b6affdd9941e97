import { z } from 'zod';
import { notesOf } from '@/lib/domain/consistency';
import { failureKinds } from '@/lib/domain/failure';
import { type RateId, rateIds, ratesOf } from '@/lib/domain/metrics/adoption';
import { type CountField, countFields, type Snapshot } from '@/lib/domain/snapshot';
import { day, inOrder, instant, next, outOfOrder, paging, span } from './common';

/** A page ends with a day, so that is where the next one goes on. */
const dayCursor = day
  .refine((last) => last < '9999', { error: 'the `next` of the page before' })
  .meta({ description: 'The `next` of the page before' });

export const snapshotsQuery = z
  .strictObject({ ...span, ...paging, cursor: dayCursor.optional() })
  .refine(inOrder, outOfOrder);

const count = z.int().min(0).nullable();
const rate = z.number().min(0).nullable();

export const snapshotSchema = z
  .strictObject({
    day,
    takenAt: instant,
    source: z.enum(['scheduled', 'manual', 'imported']),
    counts: z.strictObject(each<CountField, typeof count>(countFields, count)).meta({
      description: `Enpass's ${countFields.length} counts as they came; null is unknown (imported days only), never 0`,
    }),
    rates: z
      .strictObject(each<RateId, typeof rate>(rateIds, rate))
      .meta({ description: 'Ratios, normally 0 to 1; null when the base is 0 or unknown' }),
    notes: z
      .array(z.strictObject({ name: z.string(), expected: z.int(), got: z.int() }))
      .meta({ description: 'Sums that do not add up; nothing is repaired' }),
  })
  .meta({ id: 'Snapshot', description: "A day's last good reading" });

export type SnapshotJson = z.output<typeof snapshotSchema>;

/** Counts as Enpass sent them, rates as ratios that nobody rounded; unknown is null. */
export const snapshotJson = ({ day, takenAt, source, counts }: Snapshot): SnapshotJson => ({
  day,
  takenAt: takenAt.toISOString(),
  source,
  counts,
  rates: ratesOf(counts),
  notes: notesOf(counts).map(({ name, expected, got }) => ({ name, expected, got })),
});

export const gapSchema = z
  .strictObject({ day, reason: z.enum(failureKinds) })
  .meta({ id: 'Gap', description: 'A day that is over and has no snapshot, with the kind of its last failed run' });

export const snapshotListSchema = z.strictObject({
  data: z.array(snapshotSchema),
  gaps: z.array(gapSchema).meta({ description: 'The days without a snapshot among those of this page' }),
  next,
});

function each<K extends string, S>(keys: readonly K[], schema: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;
}

export const gapJson = ({ day, reason }: z.output<typeof gapSchema>) => ({ day, reason });
