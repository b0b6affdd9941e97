import { countFields } from '@/lib/domain/snapshot';
import { exampleDays } from './history-file';

/** A whole day whose sums add up, and one of which only three counts are known. */
const examples: readonly Readonly<Record<string, number>>[] = [
  {
    total_license: 500,
    assigned_license: 420,
    unassigned_license: 80,
    activated_license: 380,
    activation_pending: 40,
    onboarded_users: 320,
    app_setup_pending: 60,
    using_enpass: 260,
    usage_pending: 60,
    added_items: 240,
    connected_browser_extension: 200,
    connected_browser_extension_pending: 40,
    using_autofill: 180,
    using_autofill_pending: 60,
    total_users: 320,
    active_users: 250,
    inactive_users: 70,
  },
  { total_license: 500, assigned_license: 424, using_enpass: 263 },
];

/** A file to fill in: its columns, and two rows that show how, with days that no import takes. */
export const importTemplate = (): string =>
  [
    ['day', ...countFields],
    ...examples.map((counts, index) => [exampleDays[index], ...countFields.map((field) => counts[field] ?? '')]),
  ]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');
