import { type MetricId, metricIds, metrics } from '@/lib/domain/metrics/adoption';
import { type Behaviour, metricBehaviour } from '../words/metric-behaviour';
import { isRate, metricName } from '../words/metrics';
import { lineRule, needRule, targetRules, targetStateWords } from '../words/target-rules';
import { forecastDefinitions } from './forecast-method';

/** One metric as the methodology page tells it. */
export type MetricEntry = {
  readonly id: MetricId;
  readonly name: string;
  /** Using Enpass ÷ Assigned; the name of Enpass's own field for a count. */
  readonly formula: string;
  readonly counts: string;
} & Behaviour;

/** The catalogue in words: what is not in it cannot be on the page. */
export const metricEntries = (): {
  readonly rates: readonly MetricEntry[];
  readonly counts: readonly MetricEntry[];
} => ({
  rates: metricIds.filter(isRate).map(entryOf),
  counts: metricIds.filter((id) => !isRate(id)).map(entryOf),
});

function entryOf(id: MetricId): MetricEntry {
  const { part, base, description } = metrics[id];
  return {
    id,
    name: metricName(id),
    formula: base === null ? part : `${metrics[part].label} ÷ ${metrics[base].label}`,
    counts: description,
    ...metricBehaviour[id],
  };
}

export type Definition = { readonly id: string; readonly term: string; readonly text: string };

/** What the pages mean by their words; the numbers in them are those the program counts with. */
export const definitions: readonly Definition[] = [
  {
    id: 'snapshot',
    term: 'Reading, snapshot, day',
    text: 'A reading is one answer of Enpass, kept byte for byte. A day’s snapshot is its last good reading. Days are calendar days in the organisation’s time zone.',
  },
  {
    id: 'gap',
    term: 'Gap',
    text: 'A day without a snapshot. It is drawn as a hole and named with its reason, never as zero, and nothing is filled in between. Enpass keeps no history, so a missed day cannot be fetched again.',
  },
  {
    id: 'note',
    term: 'Note',
    text: 'Sums of Enpass’s own numbers that do not add up are shown as notes beside the snapshot. Nothing Enpass sent is repaired.',
  },
  {
    id: 'rate',
    term: 'Rate and base',
    text: 'A rate is a part out of a base, and the base stands beside it. A part of nothing is unknown, a dash: not 0% and not 100%.',
  },
  {
    id: 'change',
    term: 'Change against a week ago',
    text: 'The newest snapshot minus that of seven days earlier; where that day is a gap, the nearest earlier one within three days, and the label says which. Otherwise it is unknown.',
  },
  {
    id: 'split',
    term: 'People moved and base changed',
    text: 'The change of a rate from part p₁ of base b₁ to p₂ of b₂ is split exactly. People: (p₂ − p₁) × (1/b₁ + 1/b₂) / 2. Base: (p₁ + p₂) / 2 × (1/b₂ − 1/b₁). Neither side goes first, and the two add up to the change. Total and base part are rounded to a tenth of a point, the people part is the rest; it is unknown when a base is 0. Where the base changed by more than a quarter, two parts would be larger than the change they explain and tell nothing: then the pages say what became of who was added, “277 more onboarded, 243 more use Enpass: 88 for each 100 added”, with a share only where people came with a base that grew by ten or more, and no more of them than were added. A rate’s change is drawn as good or poor news, and called a record, only where people made the greater part of it: licences taken back lift a rate although nobody has come.',
  },
  {
    id: 'rounding',
    term: 'Rounding',
    text: 'Rates are shown to a tenth of a percent, halves away from zero. Two rates that are told beside each other, their change and its parts take more digits together, where tenths would show two different rates beside “unchanged” or equal ones beside a change; so every page says the same of the same two days. What shows as nothing is “unchanged” and has no colour. Only nothing is 0% and only all is 100%: between them stand <0.1% and >99.9%. The API and the files are not rounded.',
  },
  {
    id: 'week',
    term: 'Week and weekly close',
    text: 'An ISO week, Monday to Sunday, named by year and number; week 1 holds the year’s first Thursday. Its close is its last snapshot. A week is only compared with a whole week: one that is not over is labelled “so far”. Closes lie 1 to 13 days apart; a change over other than 6 to 8 days is told with its days, and is never a record.',
  },
  {
    id: 'net-flow',
    term: 'Net flow',
    text: 'A stage’s count at the end of a period minus its count at the start. Net, because Enpass counts people and does not follow them: ten in and four out show as six.',
  },
  {
    id: 'pace',
    term: 'Four-week pace and weeks to clear',
    text: 'The pace is the net flow between the closes of the last complete week and of four weeks before it, times 7, divided by the days between the two. Weeks to clear is the pending group at that pace, if nobody new joins. It has no such number when the pace is not positive (no progress), when the group grew between the two closes while people passed through (growing), and when the pace is unknown. The bottleneck is the group that takes longest; one that makes no progress or grows comes before any that clears.',
  },
  {
    id: 'drop-off',
    term: 'Biggest drop-off',
    text: 'The largest of Activation pending, App setup pending and Usage pending, with its share of the stage before.',
  },
  {
    id: 'previous',
    term: 'Previous period',
    text: 'Equally long, ending the day before the period begins. Beside a week that is not over stand equally many days. Its change is told only where its snapshots reach over as many days as the period’s own.',
  },
  {
    id: 'kinds',
    term: 'Ever and lately',
    text: 'Autofill counts people who ever used it; active counts the last 30 days. They are two kinds of numbers and are never drawn as one.',
  },
  ...forecastDefinitions,
  {
    id: 'targets',
    term: 'Targets',
    text: [...targetRules.map(({ state, rule }) => `${targetStateWords[state]}: ${rule}`), lineRule, needRule].join(
      ' ',
    ),
  },
  {
    id: 'before-after',
    term: 'Before and after an annotation',
    text: 'The net change a week in equal spans of at most four weeks before and after; the time after never begins before the annotation ends. An observation, never called an effect: other things happened in these weeks too.',
  },
  {
    id: 'review',
    term: 'Completed review',
    text: 'Completing stores numbers, sentences and text as they were shown, with name, role and time, and a SHA-256 over all of it. Later snapshots, imports or versions of this program do not change it. Reopening starts the next revision; the ones before stay readable.',
  },
];

export type Contents = readonly {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly words: string }[];
}[];

/** What the page holds, in its order; every `id` is an address on it. */
export function contents(): Contents {
  const { rates, counts } = metricEntries();
  const named = (entries: readonly MetricEntry[]) => entries.map(({ id, name }) => ({ id, words: name }));
  return [
    { id: 'rates', title: 'Rates', entries: named(rates) },
    { id: 'counts', title: 'Counts', entries: named(counts) },
    { id: 'forecast-measured', title: 'What the forecast held', entries: [] },
    {
      id: 'definitions',
      title: 'Definitions',
      entries: definitions.map(({ id, term }) => ({ id, words: term })),
    },
  ];
}
