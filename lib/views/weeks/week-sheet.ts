import type { Annotation } from '@/lib/domain/annotation';
import { type Day, dayIn, type TimeZone } from '@/lib/domain/day';
import type { Flow } from '@/lib/domain/flow';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { Organisation } from '@/lib/domain/organisation';
import { roundHalf } from '@/lib/domain/round';
import type { Target } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import type { Week } from '@/lib/domain/week';
import type { WeekFacts, WeekMetric } from '@/lib/domain/week-facts';
import { annotationKindWords } from '../words/annotations';
import { type Moved, metricName, movedOf, valueWords } from '../words/metrics';
import {
  capital,
  changeWords,
  countWords,
  fullDay,
  plural,
  signedPoints,
  spanWords,
  tenthWords,
  timeWords,
  weekdayDay,
  zoneWords,
} from '../words/numbers';
import { targetStateWords, targetTones } from '../words/target-rules';
import { targetName, targetWords } from '../words/targets';
import { weekHead, weekSpan, weekWords } from '../words/weeks';
import { qualityRemarks, type Remark } from './quality';
import { type Summary, summaryOf } from './summary';

/** One week as its page shows it, every word of it: what is on screen, on paper, and frozen when a review is completed. */
export type WeekSheet = {
  readonly title: string;
  readonly span: string;
  readonly soFar: boolean;
  readonly organisation: string;
  /** When the closing snapshot was taken. */
  readonly taken: string;
  readonly summary: Summary;
  /** What last week's completed review planned. */
  readonly planned: { readonly week: Week; readonly text: string } | null;
  readonly numbers: { readonly heads: readonly string[]; readonly rows: readonly NumberRow[] };
  readonly flows: { readonly rows: readonly FlowRow[]; readonly note: string; readonly bottleneck: string | null };
  readonly quality: readonly Remark[];
  readonly targets: readonly Remark[];
  readonly annotations: readonly Remark[];
};

/** `cells` are the closes of the four weeks before and of this one, `mean` is that of the four. */
export type NumberRow = {
  readonly metric: MetricId;
  readonly label: string;
  readonly base: string | null;
  readonly cells: readonly string[];
  readonly mean: string;
  readonly change: Moved | null;
};

export type FlowRow = {
  readonly label: string;
  readonly net: string;
  readonly pace: string;
  readonly pending: string;
  readonly weeksToClear: string;
};

export type SheetQuestion = {
  readonly facts: WeekFacts;
  readonly organisation: Pick<Organisation, 'name' | 'timeZone'>;
  readonly planned: WeekSheet['planned'];
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
  readonly annotations: readonly Annotation[];
  /** The day the targets are judged on: today, or the day after a week that is over. */
  readonly day: Day;
};

const shownMetrics = [
  'adoption',
  'assigned_license',
  'activated_license',
  'onboarded_users',
  'using_enpass',
  'extension',
  'autofill',
  'active',
] as const satisfies MetricId[];

/** Every number as words: what is unknown is a dash already. */
export function weekSheet({ facts, organisation, planned, targets, annotations, day }: SheetQuestion): WeekSheet {
  return {
    title: capital(weekWords(facts.week)),
    span: weekSpan(facts.week),
    soFar: facts.unfinished,
    organisation: organisation.name,
    taken: takenWords(facts, organisation.timeZone),
    summary: summaryOf(facts),
    planned,
    numbers: {
      heads: [...facts.weeksBefore.map(({ week }) => weekHead(week)), weekHead(facts.week)],
      rows: facts.metrics
        .filter(({ metric }) => (shownMetrics as readonly MetricId[]).includes(metric))
        .sort(asShown)
        .map((one) => numberRow(one, facts)),
    },
    flows: {
      rows: facts.flows.map(flowRow),
      note: 'Net: Enpass counts people, it does not follow them. Weeks to clear: pending at the pace of the last four complete weeks, if nobody new joins.',
      bottleneck: bottleneckWords(facts.bottleneck),
    },
    quality: qualityRemarks(facts),
    targets: targets.map(({ target, progress }) => targetRemark(target, progress, day)),
    annotations: annotations.map(({ title, kind, from, to }) => ({
      tone: 'plain',
      fact: title,
      sentence: `· ${annotationKindWords[kind]}, ${spanWords(from, to)}.`,
    })),
  };
}

const asShown = (a: WeekMetric, b: WeekMetric): number => place(a) - place(b);
const place = ({ metric }: WeekMetric): number => (shownMetrics as readonly MetricId[]).indexOf(metric);

function takenWords({ close, week }: WeekFacts, timeZone: TimeZone): string {
  if (!close) return `No snapshot in ${weekWords(week)}`;
  const how = close.source === 'imported' ? 'Imported snapshot of' : 'Snapshot of';
  const at =
    dayIn(close.takenAt, timeZone) === close.day
      ? `, taken ${timeWords(close.takenAt, { now: close.takenAt, timeZone }).split(' ').at(-1)}, ${zoneWords(timeZone)}`
      : '';
  return `${how} ${weekdayDay(close.day)}${at}`;
}

function numberRow(
  { metric: id, value, before, mean, change, soFar, split }: WeekMetric,
  { unfinished, close }: WeekFacts,
): NumberRow {
  const moved = split ? split.total / 100 : unfinished ? soFar : change;
  const word = movedOf(id, moved);
  return {
    metric: id,
    label: metricName(id),
    base: baseOf(id, close?.counts.total_license ?? null),
    cells: [...before, value].map((one) => valueWords(id, one)),
    mean: valueWords(id, mean === null || metrics[id].base !== null ? mean : roundHalf(mean * 10) / 10),
    change: word && unfinished ? { ...word, text: `${word.text} so far` } : word,
  };
}

const baseNames: Partial<Record<MetricId, string>> = {
  adoption: 'of assigned',
  extension: 'of who added items',
  autofill: 'of who added items',
  active: 'of total users',
};

const baseOf = (id: MetricId, licences: number | null): string | null =>
  id === 'assigned_license' && licences !== null ? `of ${plural(licences, 'licence')}` : (baseNames[id] ?? null);

function flowRow({ from, to, net, pacePerWeek, pending, weeksToClear }: Flow): FlowRow {
  return {
    label: `${metrics[from].label} to ${metrics[to].label}`,
    net: changeWords(net),
    pace: pacePerWeek === null ? '—' : `${signedTenth(pacePerWeek)} a week`,
    pending: countWords(pending),
    weeksToClear: weeksToClear === null ? '—' : tenthWords(weeksToClear),
  };
}

const signedTenth = (value: number): string => signedPoints(roundHalf(value * 10) / 10);

function bottleneckWords(flow: Flow | null): string | null {
  if (!flow) return null;
  const group = metrics[flow.waiting].label;
  return flow.weeksToClear === null
    ? `Bottleneck: ${group}, ${plural(flow.pending ?? 0, 'person', 'people')} and no net progress in four weeks.`
    : `Bottleneck: ${group}, ${plural(flow.pending ?? 0, 'person', 'people')}, ${tenthWords(flow.weeksToClear)} weeks to clear.`;
}

function targetRemark(target: Target, progress: Progress, day: Day): Remark {
  const { forecast, need } = targetWords(target, progress, day);
  return {
    tone: targetTones[progress.state],
    fact: `${targetName(target)} by ${fullDay(target.dueDay)}: ${targetStateWords[progress.state].toLowerCase()}.`,
    sentence: (forecast === '' || progress.unknown ? need : forecast).replace(/(\.) .*$/, '$1'),
  };
}
