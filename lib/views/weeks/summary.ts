import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import type { Week } from '@/lib/domain/week';
import type { WeekFacts, WeekMetric } from '@/lib/domain/week-facts';
import { sizeWords } from '../words/metrics';
import { capital, countWords, percentWords, plural, signedPoints, weekdayAndMonth } from '../words/numbers';
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
  const value = percentWords(metric(facts, 'adoption').value);
  const told = metric(facts, 'adoption').value === null ? [unknownAdoption(facts)] : null;
  if (unfinished) {
    const sentences = told ?? [
      `So far adoption is at ${value}: ${level}, by the snapshot of ${weekdayAndMonth(close.day)}.`,
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
  const { value, split } = metric(facts, 'adoption');
  const total = split?.total ?? 0;
  const now = percentWords(value);
  if (facts.metrics.every(({ change }) => change === 0 || change === null)) {
    const strong = `Nothing changed against ${weekWords(lastWeek(facts), facts.week)}`;
    return { strong, sentences: [`${strong}: adoption stays at ${now}, ${sharePart(facts)}.`, ...dropOff(facts)] };
  }
  const strong = total === 0 ? `at ${now}` : `${sizeWords('adoption', total / 100)} to ${now}`;
  const verb = total === 0 ? 'stayed' : total > 0 ? 'rose' : 'fell';
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

/** 10 more people use it (+2.4 points) while 6 more licences were assigned (−0.9). */
function whence(facts: WeekFacts): string[] {
  const { split } = metric(facts, 'adoption');
  const [people, licences] = [metric(facts, 'using_enpass').change, metric(facts, 'assigned_license').change];
  if (!split || people === null || licences === null || (people === 0 && licences === 0)) return [];
  return [
    `${capital(`${peopleWords(people)}${inPoints(people, split.people, ' points')}`)} while ${licenceWords(licences)}${inPoints(licences, split.base)}.`,
  ];
}

const inPoints = (moved: number, points: number, unit = ''): string =>
  moved === 0 ? '' : ` (${signedPoints(points)}${unit})`;

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

/** Only claimed when every week in between is known and smaller. */
function record({ adoptionChanges, week }: WeekFacts): string[] {
  const now = adoptionChanges.at(-1)?.change ?? 0;
  const [size, rising] = [roundHalf(Math.abs(now) * 1000), now > 0];
  const earlier = adoptionChanges.slice(0, -1).toReversed();
  const end = earlier.findIndex(
    ({ change }) => change === null || (change > 0 === rising && roundHalf(Math.abs(change) * 1000) >= size),
  );
  if (size === 0 || (end === -1 ? earlier.length : end) < fewestWeeks) return [];
  const name = `It is the largest weekly ${rising ? 'rise' : 'fall'}`;
  const found = earlier[end];
  if (!found) return [`${name} in ${earlier.length + 1} weeks.`];
  return found.change === null ? [`${name} in ${end + 1} weeks.`] : [`${name} since ${weekWords(found.week, week)}.`];
}

function dropOff({ dropOff: biggest, sameDropOff }: WeekFacts): string[] {
  if (!biggest) return [];
  const waiting = metrics[biggest.waiting].label.toLowerCase();
  return [
    `The biggest drop-off is ${sameDropOff ? 'still ' : ''}before ${metrics[biggest.to].label}: ${plural(biggest.pending, 'person', 'people')} with ${waiting}.`,
  ];
}

/** Of a week that is not over; the movement is told, never a comparison of weeks. */
function soFar(facts: WeekFacts): string[] {
  const [people, licences] = [metric(facts, 'using_enpass').soFar, metric(facts, 'assigned_license').soFar];
  if (!facts.lastClose || people === null || licences === null) return [];
  const since = `Since the close of ${weekWords(lastWeek(facts), facts.week)}`;
  return people === 0 && licences === 0
    ? [`${since} nothing has moved yet.`]
    : [`${since}, ${peopleWords(people)} while ${licenceWords(licences)}.`];
}

function comparedWords({ close, lastClose, unfinished, week, weeksBefore }: WeekFacts): string {
  const last = weeksBefore.at(-1)?.week ?? week;
  if (!close) return 'There is nothing to compare.';
  if (unfinished) return 'The week is not over, so it is not compared with a whole one.';
  if (!weeksBefore.some((one) => one.close)) return 'There is no week before it to compare with.';
  if (!lastClose) return `Not compared: ${weekWords(last, week)} has no snapshot.`;
  const [day, before] = [weekdayName(close.day), weekdayName(lastClose.day)];
  const alike =
    day === before
      ? `Both weeks end with a ${day} snapshot.`
      : `It ends with a ${day} snapshot, ${weekWords(last, week)} with a ${before} one.`;
  return `Compared with ${weekWords(last, week)}. ${alike}`;
}

const weekdayName = (day: Day): string => weekdayAndMonth(day).split(' ')[0] ?? '';
