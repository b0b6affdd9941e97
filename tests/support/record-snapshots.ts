import { type Day, eachDay } from '@/lib/domain/day';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import { someCounts } from './counts';
import type { TestWorld } from './world';

/** Records a snapshot for every day of a span, all in one go; `null` leaves a gap. */
export async function recordSnapshots(
  { world: { store } }: TestWorld,
  { from, to }: { from: Day; to: Day },
  counts: (day: Day, index: number) => Partial<AdoptionCounts> | null = () => ({}),
): Promise<void> {
  const readings = eachDay(from, to).flatMap((day, index) => {
    const over = counts(day, index);
    if (over === null) return [];
    const takenAt = new Date(`${day}T05:00:00Z`);
    return [{ day, takenAt, source: 'scheduled' as const, body: '{}', counts: someCounts(over), runId: null }];
  });
  await store.readings.record('first', readings);
}
