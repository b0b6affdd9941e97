import { isWeekApart } from '@/lib/domain/change';
import { daysBetween } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Week } from '@/lib/domain/week';
import type { WeekFacts, WeekMetric, WeekStep } from '@/lib/domain/week-facts';
import { isByPeople, movedOf, overWords, sizeWords } from '../words/metrics';
import {
  capital,
  countWords,
  percentWords,
  plural,
  signedPoints,
  weekdayAndMonth,
  weekdayName,
} from '../words/numbers';
import { shareWords } from '../words/splits';
import { weekWords } from '../words/weeks';

/** Plain sentences from the numbers alone. `strong` stands in the first of them word for word. */
export type Summary = {
  readonly sentences: readonly string[];
  readonly strong: string | null;
  /** What the week is compared with, and how alike the two are. */
  readonly compared: string;
};

/** A rise is worth calling the largest when this many weeks before it were smaller. */
const fewestWeeks = 4;

/** One to four sentences; `strong` is null where adoption is unknown. An unfinished week is told, never compared. */
export function summaryOf(facts: WeekFacts): Summary {
  const { close, lastClose, unfinished } = facts;
  if (!close)
    return {
      sentences: [`${capital(weekWords(facts.week))} has no snapshot, so it has no numbers.`],
      strong: null,
      compared: comparedWords(facts),
    };
  const level = `${sharePart(facts)} use Enpass`;
  const { compared } = metric(facts, 'adoption');
  const value = percentWords(compared.after.value, compared.decimals);
  const told = metric(facts, 'adoption').value === null ? [unknownAdoption(facts)] : null;
  if (unfinished) {
    const sentences = told ?? [
      `So far adoption is at ${value}: ${level}, by the snapshot of ${weekdayAndMonth(close.day, facts.to)}.`,
    ];
    return { sentences: [...sentences, ...soFar(facts)], strong: told ? null : value, compared: comparedWords(facts) };
  }
  if (!lastClose || told || metric(facts, 'adoption').change === null) {
    const sentences = told ?? [`Adoption closed at ${value}: ${level}.`];
    return {
      sentences: [...sentences, ...dropOff(facts)],
      strong: told ? null : value,
      compared: comparedWords(facts),
    };
  }
  return { ...whole(facts), compared: comparedWords(facts) };
}

function whole(facts: WeekFacts): Omit<Summary, 'compared'> {
  const { compared } = metric(facts, 'adoption');
  const direction = movedOf(compared)?.direction ?? 'same';
  const now = percentWords(compared.after.value, compared.decimals);
  if (facts.metrics.every(({ change }) => change === 0 || change === null)) {
    const strong = `Nothing changed against ${weekWords(lastWeek(facts), facts.week)}`;
    return { strong, sentences: [`${strong}: adoption stays at ${now}, ${sharePart(facts)}.`, ...dropOff(facts)] };
  }
  const over = overWords(facts.daysSinceLast);
  const strong = direction === 'same' ? `at ${now}` : `${sizeWords(compared)}${over} to ${now}`;
  const verb = direction === 'same' ? 'stayed' : direction === 'up' ? 'rose' : 'fell';
  return {
    strong,
    sentences: [
      `Adoption ${verb} ${strong}: ${sharePart(facts)} now use Enpass.`,
      ...whence(facts),
      ...record(facts),
      ...dropOff(facts),
    ],
  };
}

const metric = (facts: WeekFacts, id: MetricId): WeekMetric => {
  const found = facts.metrics.find((one) => one.metric === id);
  if (!found) throw new Error(`a week without ${id}`);
  return found;
};

const lastWeek = (facts: WeekFacts): Week => facts.weeksBefore.at(-1)?.week ?? facts.week;

/** 260 of 420 assigned licences */
function sharePart(facts: WeekFacts): string {
  const { part, base } = metric(facts, 'adoption');
  return `${countWords(part)} of ${plural(base ?? 0, 'assigned licence')}`;
}

const unknownAdoption = (facts: WeekFacts): string =>
  metric(facts, 'adoption').base === 0
    ? 'Adoption is unknown, because no licence is assigned.'
    : 'Adoption is unknown, because the snapshot lacks a number for it.';

/**
 * 10 more people use it (+2.4 points) while 6 more licences were assigned (−0.9). Where the licences moved too far for parts: how many
 * of those added use it.
 */
function whence(facts: WeekFacts): string[] {
  const { split, decimals, noSplit } = metric(facts, 'adoption').compared;
  const [people, licences] = [metric(facts, 'using_enpass').change, metric(facts, 'assigned_license').change];
  if (people === null || licences === null || (people === 0 && licences === 0)) return [];
  const told = (moved: number, points: number | undefined, unit = '') =>
    moved === 0 || !points ? '' : ` (${signedPoints(points, decimals)}${unit})`;
  const share = noSplit === 'base-moved' ? shareWords(people, licences) : '';
  const who = capital(`${peopleWords(people)}${told(people, split?.people, ' points')}`);
  return [`${who} while ${licenceWords(licences)}${told(licences, split?.base)}${share}.`];
}

function peopleWords(change: number): string {
  if (change === 0) return 'as many people use it';
  const many = Math.abs(change) !== 1;
  return `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} ${many ? 'people use' : 'person uses'} it`;
}

function licenceWords(change: number): string {
  if (change === 0) return 'as many licences are assigned';
  const many = Math.abs(change) !== 1;
  const noun = `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} ${many ? 'licences' : 'licence'}`;
  return change > 0 ? `${noun} ${many ? 'were' : 'was'} assigned` : `${noun} ${many ? 'are' : 'is'} assigned`;
}

/** Only claimed of a week's change that people made, when every week in between is known, as long, and smaller. */
function record({ adoptionSteps, week }: WeekFacts): string[] {
  const steps = adoptionSteps.map((step) => ({ week: step.week, change: weekChange(step) }));
  const last = adoptionSteps.at(-1);
  const now = steps.at(-1)?.change ?? 0;
  const [size, rising] = [roundHalf(Math.abs(now) * 1000), now > 0];
  const earlier = steps.slice(0, -1).toReversed();
  const end = earlier.findIndex(
    ({ change }) => change === null || (change > 0 === rising && roundHalf(Math.abs(change) * 1000) >= size),
  );
  if (size === 0 || !last || !isByPeople(last.compared)) return [];
  if ((end === -1 ? earlier.length : end) < fewestWeeks) return [];
  const name = `It is the largest weekly ${rising ? 'rise' : 'fall'}`;
  const found = earlier[end];
  if (!found) return [`${name} in ${earlier.length + 1} weeks.`];
  return found.change === null ? [`${name} in ${end + 1} weeks.`] : [`${name} since ${weekWords(found.week, week)}.`];
}

/** Null when unknown, and when other than a week lies between the closes. */
const weekChange = ({ compared, days }: WeekStep): number | null =>
  days !== null && isWeekApart(days) ? compared.change : null;

function dropOff({ dropOff: biggest, sameDropOff }: WeekFacts): string[] {
  if (!biggest) return [];
  const waiting = metrics[biggest.waiting].label.toLowerCase();
  return [
    `The biggest drop-off is ${sameDropOff ? 'still ' : ''}before ${metrics[biggest.to].label}: ${plural(biggest.pending, 'person', 'people')} with ${waiting}.`,
  ];
}

/** Of a week that is not over; the movement is told, never a comparison of weeks. */
function soFar(facts: WeekFacts): string[] {
  const [people, licences] = (['using_enpass', 'assigned_license'] as const).map(
    (id) => metric(facts, id).compared.change,
  );
  if (!facts.lastClose || typeof people !== 'number' || typeof licences !== 'number') return [];
  const { day } = facts.lastClose;
  const on = daysBetween(day, facts.from) === 1 ? '' : ` on ${weekdayAndMonth(day, facts.to)}`;
  const since = `Since the close of ${weekWords(lastWeek(facts), facts.week)}${on}`;
  return people === 0 && licences === 0
    ? [`${since} nothing has moved yet.`]
    : [`${since}, ${peopleWords(people)} while ${licenceWords(licences)}.`];
}

function comparedWords({
  close,
  lastClose,
  unfinished,
  week,
  weeksBefore,
  metrics: all,
  daysSinceLast,
}: WeekFacts): string {
  const last = weeksBefore.at(-1)?.week ?? week;
  if (!close) return 'There is nothing to compare.';
  if (unfinished) return 'The week is not over, so it is not compared with a whole one.';
  if (!weeksBefore.some((one) => one.close)) return 'There is no week before it to compare with.';
  if (!lastClose) return `Not compared: ${weekWords(last, week)} has no snapshot.`;
  if (all.every(({ change }) => change === null)) {
    return `Not compared: no number is known in both this week and ${weekWords(last, week)}.`;
  }
  const part = all.some(({ change }) => change === null) ? ' where both have a number' : '';
  const apart = daysSinceLast === null || isWeekApart(daysSinceLast) ? '' : `, ${plural(daysSinceLast, 'day')} earlier`;
  const [day, before] = [weekdayName(close.day), weekdayName(lastClose.day)];
  const alike =
    day === before
      ? `Both weeks end with a ${day} snapshot.`
      : `It ends with a ${day} snapshot, ${weekWords(last, week)} with a ${before} one.`;
  return `Compared with ${weekWords(last, week)}${apart}${part}. ${alike}`;
}
