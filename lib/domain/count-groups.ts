import { type AdoptionCounts, type CountField, countFields } from './snapshot';

/** Which of the three objects of Enpass's answer holds which count (Enpass help, "Adoption Summary API"). */
export const countGroups = {
  user_onboarding_overview: [
    'total_license',
    'assigned_license',
    'unassigned_license',
    'activated_license',
    'activation_pending',
    'onboarded_users',
    'app_setup_pending',
    'using_enpass',
    'usage_pending',
  ],
  enpass_app_usage_overview: [
    'added_items',
    'connected_browser_extension',
    'connected_browser_extension_pending',
    'using_autofill',
    'using_autofill_pending',
  ],
  enpass_active_users: ['total_users', 'active_users', 'inactive_users'],
} as const satisfies Record<string, readonly CountField[]>;

export type CountGroup = keyof typeof countGroups;
export const countGroupNames = Object.keys(countGroups) as CountGroup[];

/** The counts in the shape of Enpass's answer: three objects, fields in the vendor's order. */
export function grouped(counts: AdoptionCounts): Record<CountGroup, Partial<AdoptionCounts>> {
  const of = (group: CountGroup) => {
    const some: Partial<Record<CountField, number | null>> = {};
    for (const field of countGroups[group]) some[field] = counts[field];
    return some;
  };
  return {
    user_onboarding_overview: of('user_onboarding_overview'),
    enpass_app_usage_overview: of('enpass_app_usage_overview'),
    enpass_active_users: of('enpass_active_users'),
  };
}

/** The inverse of `grouped`, from text that was parsed: null when a group or a count is missing or no number. */
export function ungrouped(value: unknown): AdoptionCounts | null {
  const counts: Partial<Record<CountField, number | null>> = {};
  for (const group of countGroupNames) {
    const of = member(value, group);
    for (const field of countGroups[group]) {
      const count = member(of, field);
      if (count !== null && typeof count !== 'number') return null;
      counts[field] = count;
    }
  }
  return counts as AdoptionCounts;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Whether all 17 are equal; unknown equals unknown, and never 0. */
export const sameCounts = (one: AdoptionCounts, other: AdoptionCounts): boolean =>
  countFields.every((field) => one[field] === other[field]);
