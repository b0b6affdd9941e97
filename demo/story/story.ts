import { addDays, type Day, daysBetween } from '@/lib/domain/day';
import { dayOf, isBreak, isWorkday, storyDays } from './calendar';
import { chance, pick } from './chance';
import { comeBacks, licences, type Milestone, rebuilding } from './roll-out';
import { indexOf, type Stages, stagesOf, type Workdays } from './stages';
import { type Days, type User, visitsOf } from './visits';

/** A story told day by day from its first, as far as it has been told. */
export type Story = {
  readonly length: number;
  /** The stages at the close of a day, counted from the first. */
  readonly standingOn: (day: number) => Milestone;
  readonly licencesOn: (day: number) => number;
  /** How many users opened Enpass in the 30 days that end with each day. */
  readonly active: Int32Array;
};

export const windowDays = 30;

const told = new Map<Day, Story>();
const mostKept = 8;

/** The story that begins on `start`, told at least up to a day; kept, since a history asks for it day by day. */
export function storyFrom(start: Day, day: number): Story {
  const known = told.get(start);
  if (known && day < known.length) return known;
  const story = tell(start, Math.max(storyDays + 31, day * 2));
  told.delete(start);
  told.set(start, story);
  for (const oldest of told.keys()) if (told.size > mostKept) told.delete(oldest);
  return story;
}

function tell(start: Day, length: number): Story {
  const calendar = calendarOf(start, length);
  const stages = stagesOf(calendar.workdays);
  const standingOn = (day: number) => standing(stages, calendar.workdaysBy[Math.max(0, day)] ?? 0);
  return {
    length,
    standingOn,
    licencesOn: licencesOf(calendar, standingOn),
    active: activeIn(usersOf(standingOn, length), calendar.days),
  };
}

const standing = (stages: Stages, index: number): Milestone => {
  const found = stages[Math.min(index, stages.length - 1)];
  if (!found) throw new Error('a story has its beginning');
  return found;
};

type Calendar = { readonly workdaysBy: Int32Array; readonly workdays: Workdays; readonly days: Days };

function calendarOf(start: Day, length: number): Calendar {
  const last = addDays(start, storyDays);
  const workdaysBy = new Int32Array(length);
  const [workdayFrom, afterBreak] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  workdayFrom[length] = afterBreak[length] = length;
  for (let n = length - 1; n >= 0; n -= 1) {
    const day = addDays(start, n);
    workdayFrom[n] = isWorkday(day) ? n : (workdayFrom[n + 1] ?? n);
    afterBreak[n] = isBreak(day) ? (afterBreak[n + 1] ?? n) : n;
  }
  for (let n = 1; n < length; n += 1) workdaysBy[n] = (workdaysBy[n - 1] ?? 0) + (workdayFrom[n] === n ? 1 : 0);
  const at = (day: Day) => daysBetween(start, day);
  return {
    workdaysBy,
    workdays: { until: (day) => workdaysBy[Math.max(0, at(day))] ?? 0, last },
    days: {
      length,
      workdayFrom: (day) => workdayFrom[day] ?? day,
      afterBreak: (day) => afterBreak[day] ?? day,
      rebuilding: { from: at(dayOf(rebuilding.from, last)), until: at(dayOf(rebuilding.to, last)) + 3 },
      comeBacks: comeBacks.map((place) => at(dayOf(place, last))),
    },
  };
}

function licencesOf({ workdays, workdaysBy }: Calendar, standingOn: (day: number) => Milestone) {
  const bought = licences.bought.map((one) => ({ ...one, index: indexOf(one, workdays) }));
  return (day: number): number => {
    const index = workdaysBy[Math.max(0, day)] ?? 0;
    const owned = bought.findLast((one) => one.index <= index)?.total ?? licences.first;
    return owned < 500 ? owned : Math.max(owned, Math.ceil((standingOn(day).assigned + 40) / 50) * 50);
  };
}

/** People behind the count of users: who comes when it rises, and who goes when it falls. */
function usersOf(standingOn: (day: number) => Milestone, length: number): User[] {
  const [gone, here]: [User[], User[]] = [[], []];
  for (let day = 0; day < length; day += 1) {
    const { users } = standingOn(day);
    while (here.length > users) {
      const [leaver] = here.splice(Math.floor(chance(day, here.length) * here.length), 1);
      if (leaver) gone.push({ ...leaver, leaves: day });
    }
    while (here.length < users) {
      const number = gone.length + here.length;
      // Those of the first day had been there for a while.
      here.push({ number, comes: day === 0 ? -pick(1, 25, number) : day, leaves: Number.POSITIVE_INFINITY });
    }
  }
  return [...gone, ...here];
}

function activeIn(users: readonly User[], days: Days): Int32Array {
  const changes = new Int32Array(days.length + 1);
  for (const user of users) {
    const visits = visitsOf(user, days);
    visits.forEach((visit, index) => {
      const next = visits[index + 1] ?? Number.POSITIVE_INFINITY;
      const over = Math.min(next, visit + windowDays, user.leaves, days.length);
      if (visit >= days.length || over <= 0) return;
      const from = Math.max(0, visit);
      changes[from] = (changes[from] ?? 0) + 1;
      changes[over] = (changes[over] ?? 0) - 1;
    });
  }
  let sum = 0;
  return changes.map((change) => (sum += change));
}
