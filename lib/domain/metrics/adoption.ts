import type { AdoptionCounts, CountField } from '../snapshot';
import { countFields } from '../snapshot';
import { type Metric, metricValue } from './metric';

export const rateIds = [
  'assignment',
  'activation',
  'onboarding',
  'usage',
  'adoption',
  'extension',
  'autofill',
  'active',
] as const;

export type RateId = (typeof rateIds)[number];
export type MetricId = CountField | RateId;

type CountWords = Pick<Metric, 'label' | 'unit' | 'good' | 'description'>;
export type Rate = Metric<RateId> & { readonly base: CountField };

/** What Enpass says its fields count (Enpass help, "Adoption Summary API"), with what a reader has to know besides. */
const counts: Readonly<Record<CountField, CountWords>> = {
  total_license: {
    label: 'Total licences',
    unit: 'licences',
    good: 'none',
    description: 'Licences the organisation has, assigned or not.',
  },
  assigned_license: {
    label: 'Assigned',
    unit: 'licences',
    good: 'up',
    description:
      'Licences assigned to a user. The first stage of the journey, and the base of adoption and activation.',
  },
  unassigned_license: {
    label: 'Unassigned licences',
    unit: 'licences',
    good: 'none',
    description: 'Licences assigned to nobody: free for the next people.',
  },
  activated_license: {
    label: 'Activated',
    unit: 'people',
    good: 'up',
    description: 'Users who activated Enpass with their e-mail address.',
  },
  activation_pending: {
    label: 'Activation pending',
    unit: 'people',
    good: 'down',
    description: 'Users with an assigned licence who have not activated Enpass yet.',
  },
  onboarded_users: {
    label: 'Onboarded',
    unit: 'people',
    good: 'up',
    description:
      'Activated users who created their vault. Enpass describes total users in the same words; the two can differ.',
  },
  app_setup_pending: {
    label: 'App setup pending',
    unit: 'people',
    good: 'down',
    description: 'Activated users without a vault yet.',
  },
  using_enpass: {
    label: 'Using Enpass',
    unit: 'people',
    good: 'up',
    description: 'Onboarded users who added items: they use Enpass for work. The last stage of the journey.',
  },
  usage_pending: {
    label: 'Usage pending',
    unit: 'people',
    good: 'down',
    description: 'Onboarded users who have not added an item yet.',
  },
  added_items: {
    label: 'Added items',
    unit: 'people',
    good: 'up',
    description: 'Users with at least one item beyond the samples. The base of browser extension and autofill.',
  },
  connected_browser_extension: {
    label: 'Browser extension connected',
    unit: 'people',
    good: 'up',
    description: 'Users who paired the app with the browser extension.',
  },
  connected_browser_extension_pending: {
    label: 'Browser extension pending',
    unit: 'people',
    good: 'down',
    description: 'Users with items who have not paired the browser extension.',
  },
  using_autofill: {
    label: 'Autofill used',
    unit: 'people',
    good: 'up',
    description:
      'Users who used autofill at least once, by extension or mobile. It counts people who ever used it, not recent use.',
  },
  using_autofill_pending: {
    label: 'Autofill never used',
    unit: 'people',
    good: 'down',
    description: 'Users with items who never used autofill.',
  },
  total_users: {
    label: 'Total users',
    unit: 'people',
    good: 'up',
    description:
      'The base of active and inactive users. Enpass describes it as the onboarded users, yet it can differ from Onboarded.',
  },
  active_users: {
    label: 'Active users',
    unit: 'people',
    good: 'up',
    description: 'Users who opened or used Enpass on any device in the last 30 days.',
  },
  inactive_users: {
    label: 'Inactive users',
    unit: 'people',
    good: 'down',
    description: 'Users who did not open or use Enpass in the last 30 days.',
  },
};

const rates: Readonly<Record<RateId, Omit<Rate, 'id' | 'unit'>>> = {
  assignment: {
    label: 'Licence assignment',
    part: 'assigned_license',
    base: 'total_license',
    good: 'up',
    description:
      'Assigned licences out of all licences. It falls when licences are bought, without anybody losing one.',
  },
  activation: {
    label: 'Activation',
    part: 'activated_license',
    base: 'assigned_license',
    good: 'up',
    description:
      'Activated users out of assigned licences. It falls for a while when many licences are assigned at once.',
  },
  onboarding: {
    label: 'Onboarding',
    part: 'onboarded_users',
    base: 'activated_license',
    good: 'up',
    description: 'Users with a vault out of activated users.',
  },
  usage: {
    label: 'Usage',
    part: 'using_enpass',
    base: 'onboarded_users',
    good: 'up',
    description: 'Users who added items out of onboarded users. Not the same as active in the last 30 days.',
  },
  adoption: {
    label: 'Adoption',
    part: 'using_enpass',
    base: 'assigned_license',
    good: 'up',
    description:
      'Users who added items out of assigned licences: the headline. New licences lower it until their people arrive.',
  },
  extension: {
    label: 'Browser extension',
    part: 'connected_browser_extension',
    base: 'added_items',
    good: 'up',
    description: 'Users who paired the browser extension out of users who added items.',
  },
  autofill: {
    label: 'Autofill',
    part: 'using_autofill',
    base: 'added_items',
    good: 'up',
    description: 'Users who ever used autofill out of users who added items. Ever, not lately: it hardly falls.',
  },
  active: {
    label: 'Active users',
    part: 'active_users',
    base: 'total_users',
    good: 'up',
    description: 'Users active in the last 30 days out of total users, which can differ from Onboarded.',
  },
};

const record = <K extends string, V>(entries: readonly (readonly [K, V])[]) =>
  Object.fromEntries(entries) as Record<K, V>;

/** Every metric, Enpass's 17 counts first, then the rates. Everything else reads this list. */
export const metrics: Readonly<Record<CountField, Metric<CountField>> & Record<RateId, Rate>> = {
  ...record<CountField, Metric<CountField>>(countFields.map((id) => [id, { id, ...counts[id], part: id, base: null }])),
  ...record<RateId, Rate>(rateIds.map((id) => [id, { id, ...rates[id], unit: 'ratio' }])),
};

export const metricIds: readonly MetricId[] = [...countFields, ...rateIds];

export const isMetricId = (text: string): text is MetricId => Object.hasOwn(metrics, text);

/** The eight rates of a day, 0 to 1 or unknown. */
export const ratesOf = (day: Partial<AdoptionCounts>): Record<RateId, number | null> =>
  record(rateIds.map((id) => [id, metricValue(metrics[id], day)]));

/** The counts that these metrics are made of, each once: their parts and their bases. */
export const fieldsOf = (ids: readonly MetricId[]): CountField[] => [
  ...new Set(ids.flatMap((id) => [metrics[id].part, ...(metrics[id].base === null ? [] : [metrics[id].base])])),
];
