import type { CountField, Snapshot, SnapshotSource } from '@/lib/domain/snapshot';
import type { DaySpan } from './store';

export type SnapshotStore = {
  /** The snapshot of the latest day, of those taken at `until` or before when it is given. */
  latest(organisationId: string, until?: Date): Promise<Snapshot | null>;
  on(organisationId: string, day: string): Promise<Snapshot | null>;
  /** Oldest first, both ends included; at most `limit` (default: all). */
  between(organisationId: string, span: DaySpan, limit?: number): Promise<Snapshot[]>;
  /** The named columns only, oldest first: what a chart needs and no more. */
  columns<F extends CountField>(
    organisationId: string,
    span: DaySpan,
    fields: readonly F[],
  ): Promise<({ day: string } & Record<F, number | null>)[]>;
  /** For each slot its last snapshot, if any, as one row of the named columns, oldest first: one look-up a slot, however long the history. */
  closes<F extends CountField>(
    organisationId: string,
    slots: readonly DaySpan[],
    fields: readonly F[],
  ): Promise<({ day: string } & Record<F, number | null>)[]>;
  /** The same as whole snapshots. */
  closingSnapshots(organisationId: string, slots: readonly DaySpan[]): Promise<Snapshot[]>;
  days(organisationId: string, span: DaySpan): Promise<{ day: string; source: SnapshotSource }[]>;
  /** The first captured day; unlike `extent` it counts nothing, so it costs the same however many days there are. */
  firstDay(organisationId: string): Promise<string | null>;
  /** First and last captured day, and how many days there are. */
  extent(organisationId: string): Promise<{ first: string; last: string; count: number } | null>;
};
