import type { Run } from '@/lib/domain/run';
import type { Snapshot } from '@/lib/domain/snapshot';

/** The run of a snapshot is the one during which it was taken; an imported one has none. */
export const took = (run: Run, { takenAt }: Pick<Snapshot, 'takenAt'>): boolean =>
  run.outcome === 'succeeded' && run.startedAt <= takenAt && run.finishedAt !== null && takenAt <= run.finishedAt;
