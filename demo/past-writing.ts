import { countsOn } from '@/demo/fake-enpass/organisation';
import { addDays, type Day, eachDay, weekday } from '@/lib/domain/day';
import type { Answers } from '@/lib/domain/review';
import { type Week, weekOf } from '@/lib/domain/week';
import { annotations, closedOffices } from './story/annotations';
import { dayOf, isBreak, isWorkday, mondayOf } from './story/calendar';
import { reviewsFirstHalf } from './story/reviews-first-half';
import { byAda, openedAgain, reviewOfClosedWeek, reviewsSecondHalf } from './story/reviews-second-half';
import { withNumbers } from './story/written-weeks';

type Past = { readonly start: Day; readonly today: Day };

type Annotated = Pick<(typeof annotations)[number], 'title' | 'kind'> & { readonly from: Day; readonly to: Day };

/** What people wrote on the charts of a history that begins on `start`, oldest first. */
export function pastAnnotations({ start, today }: Past): Annotated[] {
  const told = annotations.map(({ from, to, ...words }) => ({
    ...words,
    from: from === null ? workdayFrom(start) : dayOf(from, today),
    to: dayOf(to, today),
  }));
  const closed = eachDay(start, today)
    .filter((day) => day.endsWith('-12-24'))
    .map((from) => ({ from, to: addDays(from, 8), title: closedOffices, kind: 'other' }) as const);
  const there = [...told, ...closed].filter(({ from, to }) => from >= start && to < today);
  return there.toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

export type PastReview = Answers & {
  readonly week: Week;
  readonly by: 'max' | 'ada';
  /** The first workday after the week. */
  readonly writtenOn: Day;
  readonly revised: Partial<Answers> | null;
};

/** What was written of each week from the go-live to the week before last, oldest first: last week's review is due. */
export function pastReviews({ start, today }: Past): PastReview[] {
  const monday = addDays(today, 1 - weekday(today));
  const weeks = eachDay(mondayOf(firstReviewed, today), addDays(monday, -8)).filter((day) => weekday(day) === 1);
  const numbers = new Map(Object.keys(written).map((week) => [mondayOf(Number(week), today), Number(week)]));
  return weeks.flatMap((from) => {
    const number = numbers.get(from);
    const answers = isBreak(from) ? reviewOfClosedWeek : number === undefined ? undefined : written[number];
    if (answers === undefined) return [];
    const closes = { before: countsOn(addDays(from, -1), start), close: countsOn(addDays(from, 6), start) };
    const told = (text: string) => withNumbers(text, closes);
    return [
      {
        week: weekOf(from),
        by: number !== undefined && byAda.has(number) ? 'ada' : 'max',
        writtenOn: workdayFrom(addDays(from, 7)),
        happened: told(answers.happened),
        why: told(answers.why),
        next: told(answers.next),
        revised: number === openedAgain.week ? { why: openedAgain.why } : null,
      },
    ];
  });
}

const firstReviewed = -47;

const written = { ...reviewsFirstHalf, ...reviewsSecondHalf };

const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : workdayFrom(addDays(day, 1)));
