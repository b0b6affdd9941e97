import { decimalsFor, splitOf } from '@/lib/domain/change';
import type { Day } from '@/lib/domain/day';
import { isRefused } from '@/lib/domain/forecast';
import type { Pace } from '@/lib/domain/forecast-pace';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { ChartSpec, SpecLine, SpecValues } from '../charts/chart-spec';
import { splitParts } from '../compare/compare-words';
import { amountWords, paceWords, rangeWords, refusalWords } from '../words/forecasts';
import { isRate, type Moved, movedOf, valueWords } from '../words/metrics';
import { fullDay, plural, shortDay, signedPoints } from '../words/numbers';
import type { Outlook } from './trend-spec';

export type TrendFact = {
  readonly name: string;
  /** Drawn with its arrow; else `figure` is plain. */
  readonly moved: Moved | null;
  readonly figure: string;
  /** Behind the figure, lighter. */
  readonly beside: string | null;
  readonly source: string;
};

/** The strip below the chart: what moved in the period, why, how fast, and where to. At most four. */
export function trendFacts(spec: ChartSpec, outlooks: readonly Outlook[], length: string): TrendFact[] {
  const [only] = spec.lines;
  if (spec.lines.length !== 1 || !only) return spec.lines.map((line) => netFact(spec, line, length));
  const ends = endsOf(only);
  const outlook = outlooks.find(({ metric }) => metric === only.id);
  return [
    changeFact(spec, only, ends),
    ...(isRate(only.id) && ends ? [splitFact(only.id, ends)] : []),
    ...(outlook?.pace ? [paceFact(only.id, outlook.pace)] : []),
    ...forecastFact(spec, only.id, outlook),
    ...previousFact(spec, only),
  ].slice(0, 4);
}

type End = {
  readonly day: Day;
  readonly value: number;
  readonly part: number | null;
  readonly base: number | null;
};
type Ends = { readonly first: End; readonly last: End };

/** The oldest and the newest known value of the period; null when there are not two. */
function endsOf({ values, parts, bases, taken }: SpecValues): Ends | null {
  const known = values.flatMap((value, index): End[] => {
    const day = taken[index];
    return value === null || !day ? [] : [{ day, value, part: parts[index] ?? null, base: bases[index] ?? null }];
  });
  const [first, last] = [known[0], known.at(-1)];
  return first && last && first !== last ? { first, last } : null;
}

const dayWords = ({ today }: ChartSpec, day: Day): string => (day === today ? 'today' : `on ${shortDay(day)}`);

function fromTo(spec: ChartSpec, id: MetricId, { first, last }: Ends): string {
  const year = first.day.slice(0, 4) === last.day.slice(0, 4) ? '' : ` ${first.day.slice(0, 4)}`;
  const words = (value: number) => valueWords(id, value, decimalsFor(first.value, last.value));
  return `${words(first.value)} on ${shortDay(first.day)}${year} to ${words(last.value)} ${dayWords(spec, last.day)}`;
}

function changeFact(spec: ChartSpec, { id }: SpecLine, ends: Ends | null): TrendFact {
  const name = 'Change in the period';
  if (!ends) return { name, moved: null, figure: '—', beside: null, source: 'unknown: it takes two snapshots' };
  return { name, moved: changeOf(id, ends), figure: '', beside: null, source: fromTo(spec, id, ends) };
}

function changeOf(id: MetricId, { first, last }: Ends): Moved | null {
  if (!isRate(id)) return movedOf(id, last.value - first.value);
  const decimals = decimalsFor(first.value, last.value);
  const split = splitOf(first, last, decimals);
  return movedOf(id, split ? split.total / 100 : last.value - first.value, { unit: 'points', decimals });
}

function netFact(spec: ChartSpec, line: SpecLine, length: string): TrendFact {
  const ends = endsOf(line);
  const name = isRate(line.id) ? `${line.name}, ${length}` : `${line.name}, net in ${length}`;
  if (!ends) return { name, moved: null, figure: '—', beside: null, source: 'unknown: it takes two snapshots' };
  return { name, moved: changeOf(line.id, ends), figure: '', beside: null, source: fromTo(spec, line.id, ends) };
}

function splitFact(id: MetricId, { first, last }: Ends): TrendFact {
  const name = 'Where it came from';
  const decimals = decimalsFor(first.value, last.value);
  const split = splitOf(first, last, decimals);
  if (!split) return { name, moved: null, figure: '—', beside: null, source: 'unknown: a base of 0' };
  const figure = `${signedPoints(split.people, decimals)} people, ${signedPoints(split.base, decimals)} base`;
  const parts = splitParts({ metric: id, before: first, after: last, split, decimals });
  return { name, moved: null, figure, beside: null, source: `points: ${parts}` };
}

/** The mean of the last 4 and 13 weeks, or of what there is. */
function paceFact(id: MetricId, { perWeek, shortWeeks, longWeeks, snapshots }: Pace): TrendFact {
  const words = paceWords(id, perWeek);
  const weeks = shortWeeks === longWeeks ? plural(longWeeks, 'week') : `${shortWeeks} and ${longWeeks} weeks`;
  return {
    name: `Pace, last ${weeks}`,
    moved: null,
    figure: words === 'unchanged' ? 'flat' : `${words} a week`,
    beside: null,
    source: `net, from ${plural(snapshots, 'snapshot')}`,
  };
}

function forecastFact(spec: ChartSpec, id: MetricId, outlook: Outlook | undefined): TrendFact[] {
  if (!outlook || spec.targets.length === 0) return [];
  if (isRefused(outlook.forecast)) {
    const [, why = ''] = refusalWords(id, outlook.forecast).split('No forecast: ');
    return [{ name: 'Forecast', moved: null, figure: 'None', beside: null, source: why }];
  }
  const [forecast] = spec.forecasts;
  const end = forecast?.points.at(-1);
  if (!end) return [];
  const range = rangeWords(id, end);
  return [
    {
      name: `Forecast for ${fullDay(end.day)}`,
      moved: null,
      figure: amountWords(id, end.middle),
      beside: range && `(${range.replace('%', '')})`,
      source: 'The damped pace; the range is meant to hold four values of five',
    },
  ];
}

function previousFact(spec: ChartSpec, line: SpecLine): TrendFact[] {
  if (!spec.previous || !line.previous) return [];
  const ends = endsOf(line.previous);
  const name = `Change in the ${spec.previous.name}`;
  if (!ends) return [{ name, moved: null, figure: '—', beside: null, source: spec.previous.span }];
  return [{ name, moved: changeOf(line.id, ends), figure: '', beside: null, source: spec.previous.span }];
}
