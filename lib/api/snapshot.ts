import { z } from 'zod';
import { isClockNote, type Note, notesOn } from '@/lib/domain/consistency';
import { gapReasons } from '@/lib/domain/gap';
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

const noteSchema = z.union([
  z.strictObject({ name: z.string(), expected: z.int(), got: z.int() }),
  z.strictObject({ name: z.literal('clock'), expected: instant, got: instant }).meta({
    description: "The clocks lay more than ten minutes apart: the answer's own date, and ours when it was here",
  }),
]);

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
      .array(noteSchema)
      .meta({ description: 'Sums that do not add up, and clocks that disagree; nothing is repaired' }),
  })
  .meta({ id: 'Snapshot', description: "A day's last good reading" });

export type SnapshotJson = z.output<typeof snapshotSchema>;

/** Counts as Enpass sent them, rates as ratios that nobody rounded; unknown is null. */
export const snapshotJson = (snapshot: Snapshot): SnapshotJson => ({
  day: snapshot.day,
  takenAt: snapshot.takenAt.toISOString(),
  source: snapshot.source,
  counts: snapshot.counts,
  rates: ratesOf(snapshot.counts),
  notes: notesOn(snapshot).map(noteJson),
});

const noteJson = (note: Note): z.output<typeof noteSchema> =>
  isClockNote(note) ? { ...note, expected: note.expected.toISOString(), got: note.got.toISOString() } : { ...note };

export const gapSchema = z.strictObject({ day, reason: z.enum(gapReasons) }).meta({
  id: 'Gap',
  description:
    'A day that is over and has no snapshot: the kind of its last failed run; not-running when nothing ran; zone-changed when the organisation changed its time zone and the day ended early or never came; skipped-day when the clocks of the zone leapt over it',
});

export const snapshotListSchema = z.strictObject({
  data: z.array(snapshotSchema),
  gaps: z.array(gapSchema).meta({ description: 'The days without a snapshot among those of this page' }),
  next,
});

function each<K extends string, S>(keys: readonly K[], schema: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;
}

export const gapJson = ({ day, reason }: z.output<typeof gapSchema>) => ({ day, reason });
