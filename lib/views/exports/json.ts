import { grouped } from '@/lib/domain/count-groups';
import type { Snapshot } from '@/lib/domain/snapshot';

/** One day a line, in the shape an import takes: the day with Enpass's three objects, then when and how they came. */
export const jsonDay = ({ day, counts, takenAt, source }: Snapshot): string =>
  JSON.stringify({ day, ...grouped(counts), takenAt: takenAt.toISOString(), source });
