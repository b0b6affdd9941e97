import { type ComparedMetric, compareMeasured, type Measured } from '@/lib/domain/comparison';
import { type Day, daysBetween, earlierOf } from '@/lib/domain/day';
import { isRefused } from '@/lib/domain/forecast';
import type { Pace } from '@/lib/domain/forecast-pace';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { ChartSpec, SpecLine, SpecValues } from '../charts/chart-spec';
import { amountWords, paceWords, rangeWords, refusalWords } from '../words/forecasts';
import { isRate, type Moved, movedOf, valueWords } from '../words/metrics';
import { dayAndMonth, longSpan, plural, shortDay, signedPoints } from '../words/numbers';
import { newcomersOf, partsWords } from '../words/splits';
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
    ...(isRate(only.id) && ends ? [splitFact(comparedOf(only.id, ends))] : []),
    ...(outlook?.pace ? [paceFact(only.id, outlook.pace)] : []),
    ...forecastFact(spec, only.id, outlook),
    ...previousFact(spec, only, ends),
  ].slice(0, 4);
}

type End = Measured & { readonly day: Day };
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

const comparedOf = (id: MetricId, { first, last }: Ends): ComparedMetric => compareMeasured(id, first, last);

const daysOf = ({ first, last }: Ends): number => daysBetween(first.day, last.day);

const dayWords = ({ today }: ChartSpec, day: Day): string => (day === today ? 'today' : `on ${shortDay(day, today)}`);

function fromTo(spec: ChartSpec, id: MetricId, ends: Ends): string {
  const { before, after, decimals } = comparedOf(id, ends);
  const from = `${valueWords(id, before.value, decimals)} ${dayWords(spec, ends.first.day)}`;
  return `${from} to ${valueWords(id, after.value, decimals)} ${dayWords(spec, ends.last.day)}`;
}

function changeFact(spec: ChartSpec, { id }: SpecLine, ends: Ends | null): TrendFact {
  const name = 'Change in the period';
  if (!ends) return { name, moved: null, figure: '—', beside: null, source: 'unknown: it takes two snapshots' };
  return { name, moved: changeOf(id, ends), figure: '', beside: null, source: fromTo(spec, id, ends) };
}

const changeOf = (id: MetricId, ends: Ends): Moved | null => movedOf(comparedOf(id, ends), { unit: 'points' });

/** Where the snapshots reach over less than the period, the real days are told instead of its length. */
function netFact(spec: ChartSpec, line: SpecLine, length: string): TrendFact {
  const ends = endsOf(line);
  const [first, last] = [spec.slots[0], spec.slots.at(-1)];
  const asked = first && last ? daysBetween(first.from, earlierOf(last.to, spec.today)) : 0;
  const short = ends !== null && daysOf(ends) < asked - 7;
  const span = short ? `over ${plural(daysOf(ends), 'day')}` : isRate(line.id) ? length : `in ${length}`;
  const name = isRate(line.id) ? `${line.name}, ${span}` : `${line.name}, net ${span}`;
  if (!ends) return { name, moved: null, figure: '—', beside: null, source: 'unknown: it takes two snapshots' };
  return { name, moved: changeOf(line.id, ends), figure: '', beside: null, source: fromTo(spec, line.id, ends) };
}

function splitFact(compared: ComparedMetric): TrendFact {
  const fact = { name: 'Where it came from', moved: null, beside: null };
  const { split, noSplit, decimals } = compared;
  if (noSplit === 'base-moved') {
    const { added, moved } = newcomersOf(compared);
    return { ...fact, figure: added, source: moved };
  }
  if (!split) return { ...fact, figure: '—', source: 'unknown: a number is missing or a base is 0' };
  const figure = `${signedPoints(split.people, decimals)} points from people, ${signedPoints(split.base, decimals)} from the base`;
  return { ...fact, figure, source: partsWords(compared) };
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
      name: `Forecast for ${dayAndMonth(end.day, spec.today)}`,
      moved: null,
      figure: amountWords(id, end.middle),
      beside: range && `(${range.replace('%', '')})`,
      source: 'The damped pace; the range is meant to hold four values of five',
    },
  ];
}

const tolerance = 3;

/** Only like is set against like: a period before whose snapshots reach over other days than the period's own has no change to tell. */
function previousFact(spec: ChartSpec, line: SpecLine, now: Ends | null): TrendFact[] {
  if (!spec.previous || !line.previous) return [];
  const ends = endsOf(line.previous);
  const fact = { name: `Change in the ${spec.previous.name}`, moved: null, figure: '—', beside: null };
  if (!ends) return [{ ...fact, source: spec.previous.span }];
  const days = longSpan(ends.first.day, ends.last.day);
  if (now && Math.abs(daysOf(ends) - daysOf(now)) > tolerance) {
    return [{ ...fact, source: `not as long: its snapshots are of ${days}` }];
  }
  return [{ ...fact, moved: changeOf(line.id, ends), figure: '', source: days }];
}
