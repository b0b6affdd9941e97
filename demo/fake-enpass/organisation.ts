import type { Day } from '@/lib/domain/day';
import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** The roll-out's first day where nobody says otherwise; 400 days later the counts are those of Enpass's documented example. */
export const defaultStart = '2025-10-19';

/**
 * The counts of a made-up organisation on a day (YYYY-MM-DD): always the same for the same day and start, so that a demo's
 * history and the fake's answer of today belong together. All seven sums hold; `total_users` differs from `onboarded_users`.
 */
export function countsOn(day: Day, start: Day = defaultStart): AdoptionCounts {
  const n = dayNumber(day);
  const workday = lastWorkday(n);
  const at = (column: Column) => Math.round(between(workday - dayNumber(start), column));
  // A few come and go: the same noise on every stage keeps each one within the stage before.
  const noise = wobble(workday);
  const assigned = at('assigned') + noise;
  const activated = at('activated') + noise;
  const onboarded = at('onboarded') + noise;
  const using = at('using') + noise;
  const extension = Math.min(using, at('extension') + wobble(workday + 7919));
  const autofill = Math.min(using, at('autofill') + wobble(workday + 104_729));
  // Licences are bought fifty at a time, with forty to spare.
  const total = Math.ceil((at('assigned') + 40) / 50) * 50;
  const users = onboarded + at('extraUsers');
  const active = at('active') + noise - (workday === n ? 0 : Math.round(at('active') / 50));
  return {
    total_license: total,
    assigned_license: assigned,
    unassigned_license: total - assigned,
    activated_license: activated,
    activation_pending: assigned - activated,
    onboarded_users: onboarded,
    app_setup_pending: activated - onboarded,
    using_enpass: using,
    usage_pending: onboarded - using,
    added_items: using,
    connected_browser_extension: extension,
    connected_browser_extension_pending: using - extension,
    using_autofill: autofill,
    using_autofill_pending: using - autofill,
    total_users: users,
    active_users: active,
    inactive_users: users - active,
  };
}

type Column = 'assigned' | 'activated' | 'onboarded' | 'using' | 'extension' | 'autofill' | 'extraUsers' | 'active';

/** Days since the start, and where the roll-out stands then: a pilot, two waves, a long tail. */
const milestones: readonly (Record<Column, number> & { day: number })[] = [
  row(0, [24, 12, 8, 6, 3, 2, 1, 7]),
  row(45, [62, 38, 27, 20, 12, 9, 3, 23]),
  row(110, [148, 104, 78, 59, 38, 32, 7, 66]),
  row(170, [205, 152, 118, 93, 64, 55, 9, 96]),
  row(240, [318, 232, 180, 143, 101, 87, 13, 146]),
  row(320, [382, 305, 252, 211, 156, 137, 17, 214]),
  row(400, [420, 350, 300, 260, 200, 180, 20, 260]),
  row(800, [640, 578, 532, 488, 402, 371, 31, 470]),
  row(2400, [900, 840, 800, 760, 660, 610, 38, 720]),
];

function row(day: number, counts: readonly [number, number, number, number, number, number, number, number]) {
  const [assigned, activated, onboarded, using, extension, autofill, extraUsers, active] = counts;
  return { day, assigned, activated, onboarded, using, extension, autofill, extraUsers, active };
}

/** Straight lines from milestone to milestone; flat before the first and after the last. */
function between(day: number, column: Column): number {
  let before = milestones[0];
  for (const after of milestones) {
    if (before !== undefined && day < after.day) {
      const share = Math.max(0, (day - before.day) / (after.day - before.day || 1));
      return before[column] + share * (after[column] - before[column]);
    }
    before = after;
  }
  return before?.[column] ?? 0;
}

const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** Nobody sets up an account at the weekend: Saturday and Sunday repeat Friday. Day 0 was a Thursday. */
function lastWorkday(n: number): number {
  const weekday = (((n + 3) % 7) + 7) % 7;
  return n - Math.max(0, weekday - 4);
}

/** -1, 0 or 1, mostly 0: the same for the same number. */
function wobble(n: number): number {
  const hash = Math.imul(n ^ (n >>> 3), 2_654_435_761) >>> 0;
  return [-1, 0, 0, 0, 0, 0, 0, 1][hash >>> 29] ?? 0;
}
