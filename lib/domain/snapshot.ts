import type { Day } from './day';

/** The 17 counts of Enpass's adoption summary, in the order and with the names the vendor uses (Enpass help, "Adoption Summary API"). */
export const countFields = [
  'total_license',
  'assigned_license',
  'unassigned_license',
  'activated_license',
  'activation_pending',
  'onboarded_users',
  'app_setup_pending',
  'using_enpass',
  'usage_pending',
  'added_items',
  'connected_browser_extension',
  'connected_browser_extension_pending',
  'using_autofill',
  'using_autofill_pending',
  'total_users',
  'active_users',
  'inactive_users',
] as const;

export type CountField = (typeof countFields)[number];

/** A day's 17 counts, integers >= 0. `null` is unknown (only imported days have it), never zero. */
export type AdoptionCounts = Readonly<Record<CountField, number | null>>;

export type SnapshotSource = 'scheduled' | 'manual' | 'imported';

/**
 * The last good reading of one calendar day (`day`, YYYY-MM-DD in the organisation's zone); `takenAt` is an instant by our clock,
 * `answerDate` the answer's own date. `takenBefore` is set when the reading was taken before the day began, and says by when.
 */
export type Snapshot = {
  readonly day: Day;
  readonly takenAt: Date;
  readonly source: SnapshotSource;
  readonly counts: AdoptionCounts;
  readonly answerDate?: Date | null;
  readonly takenBefore?: Date | null;
};
