import type { Gap } from '@/lib/domain/gap';
import type { Run } from '@/lib/domain/run';

/** A gap with what was tried on its days. */
export type TriedGap = Gap & {
  readonly failedRuns: number;
  readonly attempts: number;
  readonly firstRunAt: Date | null;
  readonly lastRunAt: Date | null;
};

/** `failedRuns` may be of a longer time, oldest first. */
export function tried(gap: Gap, failedRuns: readonly Run[]): TriedGap {
  const runs = failedRuns.filter(({ day }) => gap.from <= day && day <= gap.to);
  return {
    ...gap,
    failedRuns: runs.length,
    attempts: runs.reduce((total, run) => total + run.attempts, 0),
    firstRunAt: runs[0]?.startedAt ?? null,
    lastRunAt: runs.at(-1)?.startedAt ?? null,
  };
}
