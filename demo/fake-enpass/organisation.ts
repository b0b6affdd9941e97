import { storyDays } from '@/demo/story/calendar';
import { storyFrom } from '@/demo/story/story';
import { addDays, type Day, daysBetween } from '@/lib/domain/day';
import type { AdoptionCounts } from '@/lib/domain/snapshot';

/** The roll-out's first day where nobody says otherwise; 400 days later the counts are those of Enpass's documented example. */
export const defaultStart = '2025-10-19';

/** The roll-out's first day when its story ends today. */
export const startFor = (today: Day): Day => addDays(today, -storyDays);

/**
 * The counts of a made-up organisation on a day (YYYY-MM-DD): always the same for the same day and start, so that a demo's
 * history and the fake's answer of today belong together. All seven sums hold; `total_users` differs from `onboarded_users`.
 */
export function countsOn(day: Day, start: Day = defaultStart): AdoptionCounts {
  const number = Math.max(0, daysBetween(start, day));
  const story = storyFrom(start, number);
  const { assigned, activated, onboarded, users, using, extension, autofill } = story.standingOn(number);
  const total = story.licencesOn(number);
  const active = story.active[number] ?? 0;
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
