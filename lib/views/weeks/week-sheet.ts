import type { Annotation } from '@/lib/domain/annotation';
import { type Day, dayIn, daysBetween, type TimeZone } from '@/lib/domain/day';
import type { Bottleneck, Clearing, Flow } from '@/lib/domain/flow';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { Organisation } from '@/lib/domain/organisation';
import { roundHalf } from '@/lib/domain/round';
import type { Target } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import type { Week } from '@/lib/domain/week';
import type { WeekFacts, WeekMetric } from '@/lib/domain/week-facts';
import { annotationKindWords } from '../words/annotations';
import { type Moved, metricName, movedOf, overWords, valueWords } from '../words/metrics';
import {
  capital,
  changeWords,
  countWords,
  plural,
  shortDay,
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
  readonly numbers: {
    readonly heads: readonly string[];
    readonly rows: readonly NumberRow[];
    /** What heads the means: of how many closes. Reviews completed before there was one say "Mean of 4". */
    readonly meanHead?: string;
  };
  readonly flows: { readonly rows: readonly FlowRow[]; readonly note: string; readonly bottleneck: string | null };
  readonly quality: readonly Remark[];
  readonly targets: readonly Remark[];
  readonly annotations: readonly Remark[];
};

/** `cells` are the closes of the four weeks before and of this one, `mean` is that of those known of the four. */
export type NumberRow = {
  readonly metric: MetricId;
  readonly label: string;
  readonly base: string | null;
  readonly cells: readonly string[];
  /** Under each cell what it is out of, where the columns differ in that. */
  readonly bases?: readonly string[];
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
      meanHead: meanHead(facts),
      rows: facts.metrics
        .filter(({ metric }) => (shownMetrics as readonly MetricId[]).includes(metric))
        .sort(asShown)
        .map((one) => numberRow(one, facts)),
    },
    flows: {
      rows: facts.flows.map((flow) => flowRow(flow, sinceWords(facts))),
      note: 'Net: Enpass counts people, it does not follow them. Weeks to clear: pending at the pace of the last four complete weeks, if nobody new joins; a group that grows meanwhile has no such number.',
      bottleneck: facts.bottleneck && bottleneckWords(facts.bottleneck),
    },
    quality: qualityRemarks(facts),
    targets: targets.map(({ target, progress }) => targetRemark(target, progress, day)),
    annotations: annotations.map(({ title, kind, from, to }) => ({
      tone: 'plain',
      fact: title,
      sentence: `· ${annotationKindWords[kind]}, ${spanWords(from, to, facts.to)}.`,
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
  return `${how} ${weekdayDay(close.day, close.day)}${at}`;
}

const fewestForMean = 2;

/** A mean of one close is no mean. */
const meanOf = (known: number): string => (known < fewestForMean ? 'Mean' : `Mean of ${known}`);

const meanHead = ({ weeksBefore }: WeekFacts): string => meanOf(weeksBefore.filter(({ close }) => close).length);

function numberRow({ metric: id, value, before, compared, ...means }: WeekMetric, facts: WeekFacts): NumberRow {
  const word = movedOf(compared);
  return {
    metric: id,
    label: metricName(id),
    ...basesOf(id, facts),
    cells: [...before, value].map((one) => valueWords(id, one, compared.decimals)),
    mean: meanWords(id, means, meanHead(facts)),
    change: word && { ...word, text: `${word.text}${sinceWords(facts)}` },
  };
}

/** Behind a change since last week's close: over how many days it is where that is no week; of a week that is not over, so far. */
function sinceWords({ unfinished, daysSinceLast, lastClose, close, from }: WeekFacts): string {
  if (!unfinished) return overWords(daysSinceLast);
  const began = lastClose && daysBetween(lastClose.day, from) > 1;
  return ` so far${began && close ? `, over ${plural(daysBetween(lastClose.day, close.day), 'day')}` : ''}`;
}

function meanWords(id: MetricId, { mean, meanOf: known }: Pick<WeekMetric, 'mean' | 'meanOf'>, head: string): string {
  if (mean === null || known < fewestForMean) return '—';
  const words = valueWords(id, metrics[id].base !== null ? mean : roundHalf(mean * 10) / 10);
  return meanOf(known) === head ? words : `${words} (of ${known})`;
}

const baseNames: Partial<Record<MetricId, string>> = {
  adoption: 'of assigned licences',
  extension: 'of who added items',
  autofill: 'of who added items',
  active: 'of total users',
};

/** Assigned out of all licences: said once while they stay, under each column where they did not. */
function basesOf(id: MetricId, { close, weeksBefore }: WeekFacts): Pick<NumberRow, 'base' | 'bases'> {
  if (id !== 'assigned_license') return { base: baseNames[id] ?? null };
  const licences = [...weeksBefore.map((one) => one.close), close].map((one) => one?.counts.total_license ?? null);
  const known = new Set(licences.filter((count) => count !== null));
  const [only] = known;
  if (only === undefined) return { base: null };
  if (known.size === 1) return { base: `of ${plural(only, 'licence')}` };
  return { base: 'of licences', bases: licences.map((count) => (count === null ? '' : `of ${countWords(count)}`)) };
}

function flowRow({ from, to, net, pacePerWeek, pending, clearing }: Flow, span: string): FlowRow {
  return {
    label: `${metrics[from].label} to ${metrics[to].label}`,
    net: net === null ? '—' : `${changeWords(net)}${span}`,
    pace: pacePerWeek === null ? '—' : `${signedTenth(pacePerWeek)} a week`,
    pending: countWords(pending),
    weeksToClear: clearingWords(clearing),
  };
}

function clearingWords(clearing: Clearing): string {
  switch (clearing.kind) {
    case 'empty':
      return 'nobody waits';
    case 'clears':
      return weeksWords(clearing.weeks);
    case 'grows':
      return 'growing';
    case 'stands':
      return 'no progress';
    case 'unknown':
      return clearing.missing === 'pace' ? 'pace unknown' : '—';
  }
}

/** 10.8; under a tenth is not nothing. */
const weeksWords = (weeks: number): string => (roundHalf(weeks * 10) === 0 ? '<0.1' : tenthWords(weeks));

const signedTenth = (value: number): string => signedPoints(roundHalf(value * 10) / 10);

function bottleneckWords(bottleneck: Bottleneck): string {
  switch (bottleneck.kind) {
    case 'nobody-waits':
      return 'No bottleneck: nobody waits between two stages.';
    case 'unknown':
      return 'Bottleneck not known: it takes every pending group, and closes four weeks apart.';
    case 'found': {
      const { waiting, pending, clearing } = bottleneck.flow;
      const who = `Bottleneck: ${metrics[waiting].label}, ${plural(pending ?? 0, 'person', 'people')}`;
      if (clearing.kind === 'clears') return `${who}, ${weeksWords(clearing.weeks)} weeks to clear.`;
      return clearing.kind === 'grows'
        ? `${who} and growing by ${tenthWords(clearing.perWeek)} a week while others pass through.`
        : `${who} and no net progress in four weeks.`;
    }
  }
}

function targetRemark(target: Target, progress: Progress, day: Day): Remark {
  const { forecast, need } = targetWords(target, progress, day);
  return {
    tone: targetTones[progress.state],
    fact: `${targetName(target)} by ${shortDay(target.dueDay, day)}: ${targetStateWords[progress.state].toLowerCase()}.`,
    sentence: (forecast === '' || progress.unknown ? need : forecast).replace(/(\.) .*$/, '$1'),
  };
}
