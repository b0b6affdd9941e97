import type { Annotation } from '@/lib/domain/annotation';
import { type Day, earlierOf } from '@/lib/domain/day';
import { isRefused } from '@/lib/domain/forecast';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { Target } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import type { ChartSpec } from '../charts/chart-spec';
import { annotationPath } from '../paths';
import { annotationKindWords } from '../words/annotations';
import { refusalWords } from '../words/forecasts';
import { caution, metricName } from '../words/metrics';
import { capital, fullDay, longSpan, plural, spanWords } from '../words/numbers';
import { targetTones } from '../words/target-rules';
import { targetWords } from '../words/targets';
import type { Layer } from './address';
import { type FoundTrends, knowsPrevious } from './trend-spec';

export type TrendNote = {
  readonly key: string;
  readonly kind: 'gap' | 'flag' | 'target' | 'info';
  readonly tone: 'plain' | 'bad' | 'warn' | 'ok';
  readonly fact: string;
  readonly sentence: string;
  /** The annotation's number in the chart, when there are so many that it needs one. */
  readonly number: number | null;
  /** An annotation's page, with what was before and after. */
  readonly href: string | null;
};

export type JudgedTrends = Omit<FoundTrends, 'targets'> & {
  readonly tooLongForDays: boolean;
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
};

const mostGaps = 6;

/** What to know beside the chart: holes and why, what happened, what is aimed at, what to be careful about. */
export function trendNotes(found: JudgedTrends, spec: ChartSpec, layers: readonly Layer[]): TrendNote[] {
  return [
    ...(layers.includes('target') ? found.targets.map((target) => targetNote(target, found.today)) : []),
    ...(layers.includes('forecast') ? refusalNotes(found, spec) : []),
    ...(layers.includes('annotations') ? flagNotes(found.annotations, spec) : []),
    ...gapNotes(spec),
    ...infoNotes(found, spec, layers),
  ];
}

function targetNote({ target, progress }: JudgedTrends['targets'][number], today: Day): TrendNote {
  const { name, state, due, need, forecast } = targetWords(target, progress, today);
  const words = [need, forecast].filter((sentence) => sentence !== '').join(' ');
  const fact = `Target ${name} ${due}: ${state.toLowerCase()}.`;
  return {
    key: `target ${target.id}`,
    kind: 'target',
    tone: targetTones[progress.state],
    fact,
    sentence: words,
    number: null,
    href: null,
  };
}

/** A target's own note says why it has no forecast; this is for several lines without one. */
function refusalNotes({ outlooks, targets }: JudgedTrends, spec: ChartSpec): TrendNote[] {
  return outlooks.flatMap(({ metric, forecast }) => {
    const aimed = targets.some(({ target }) => target.metric === metric);
    if (!isRefused(forecast) || aimed || spec.lines.length > 1) return [];
    return [info(`forecast ${metric}`, 'No forecast.', refusalWords(metric, forecast).replace('No forecast: ', ''))];
  });
}

function flagNotes(annotations: readonly Annotation[], { flags, today }: ChartSpec): TrendNote[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return flags.toReversed().flatMap(({ id, number }): TrendNote[] => {
    const annotation = byId.get(id);
    if (!annotation) return [];
    const { from, to, title, kind, createdByName } = annotation;
    const sentence = `${spanWords(from, to, today)}. ${annotationKindWords[kind]}, by ${createdByName}.`;
    const shown = flags.length > 1 ? number : null;
    const href = annotationPath(id);
    return [{ key: id, kind: 'flag', tone: 'plain', fact: `${title},`, sentence, number: shown, href }];
  });
}

function gapNotes({ gaps, today }: ChartSpec): TrendNote[] {
  const newest = gaps.toReversed();
  const told = newest.slice(0, mostGaps).map(({ from, to, days, reason }): TrendNote => {
    const fact = `${spanWords(from, to, today)}, no ${days === 1 ? 'snapshot' : 'snapshots'}.`;
    const sentence = `${capital(reason)}.`;
    return { key: `gap ${from}`, kind: 'gap', tone: 'bad', fact, sentence, number: null, href: null };
  });
  const older = newest.slice(mostGaps);
  if (older.length === 0) return told;
  const days = older.reduce((total, gap) => total + gap.days, 0);
  const fact = `${plural(older.length, 'older gap')}, ${plural(days, 'day')}.`;
  return [...told, info('older gaps', fact, 'The table lists each with its reason.')];
}

function infoNotes(found: JudgedTrends, spec: ChartSpec, layers: readonly Layer[]): TrendNote[] {
  const notes: TrendNote[] = [];
  const gaps = spec.previousGaps.map(({ from, to, reason }) => `${spanWords(from, to, spec.today)}, ${reason}`);
  if (gaps.length > 0) {
    const told = `${gaps.slice(0, 3).join('; ')}${gaps.length > 3 ? ` and ${plural(gaps.length - 3, 'more', 'more')}` : ''}`;
    notes.push(info('previous gaps', 'The previous period has gaps too:', `${told}. There the dashed line is open.`));
  }
  if (layers.includes('previous') && found.first !== null && !knowsPrevious(found)) {
    notes.push(info('no previous', 'No previous period:', `the first snapshot is from ${fullDay(found.first)}.`));
  }
  const { previousPeriod: before, first } = found;
  if (spec.previous && before && first !== null && first > before.from) {
    const sentence = `the first snapshot is from ${fullDay(first)}; before it there is nothing to set beside.`;
    notes.push(info('short previous', `The ${spec.previous.name} begin later:`, sentence));
  }
  if (found.tooLongForDays) {
    notes.push(info('too long', 'Weekly closes.', 'This period has more than 400 days, too many for a point each.'));
  }
  if (found.weeksPerPoint > 1) {
    const sentence = 'Shorter periods show every week.';
    notes.push(info('shared', `Each point is the last snapshot of ${found.weeksPerPoint} weeks.`, sentence));
  }
  const careful = caution(spec.lines.map(({ id }) => id));
  if (careful) notes.push(info('caution', 'Not one kind of number.', careful));
  const [only] = spec.lines;
  if (only && spec.lines.length === 1) {
    notes.push(info('what', `${metricName(only.id)}.`, metrics[only.id].description));
  }
  return notes;
}

const info = (key: string, fact: string, sentence: string): TrendNote => ({
  key,
  kind: 'info',
  tone: 'plain',
  fact,
  sentence,
  number: null,
  href: null,
});

type Told = Pick<FoundTrends, 'period' | 'span' | 'today'>;

/**
 * 1 September to 23 November 2026, as it was asked for; what of it has come, where some is to come; and which days its whole weeks
 * have, where they are others.
 */
export function periodWords({ period, span, today }: Told): string {
  const soFar = period.to > today ? `, so far ${longSpan(period.from, today)}` : '';
  const drawn = { from: span.from, to: earlierOf(span.to, today) };
  const asked = { from: period.from, to: earlierOf(period.to, today) };
  const others = drawn.from !== asked.from || drawn.to !== asked.to;
  return `${longSpan(period.from, period.to)}${soFar}${others ? `, in whole weeks: ${longSpan(drawn.from, drawn.to)}` : ''}`;
}
