import { chance, pick } from './chance';

/** Somebody who has signed in: days count from the story's first. `leaves` is the day on which they are gone. */
export type User = { readonly number: number; readonly comes: number; readonly leaves: number };

/** The days as users meet them. */
export type Days = {
  readonly length: number;
  /** The first workday from a day on. */
  readonly workdayFrom: (day: number) => number;
  /** The first day after the closed weeks that a day lies in; the day itself where none are. */
  readonly afterBreak: (day: number) => number;
  readonly rebuilding: { readonly from: number; readonly until: number };
  /** Days on which those who gave up are asked back. */
  readonly comeBacks: readonly number[];
};

type Habit = { readonly least: number; readonly most: number; readonly lasts: number };

/**
 * The days on which somebody opened Enpass, in order. Most do so every few days, some now and then, and some give up after a while;
 * nobody does at the weekend, few while the offices are closed, and nobody whose site is being rebuilt.
 */
export function visitsOf(user: User, days: Days): number[] {
  const visits: number[] = [];
  const { number, leaves } = user;
  let day = user.comes;
  let [habit, begun] = [habitOf(number, 0), day];
  for (let turn = 1; day < leaves && day < days.length; turn += 1) {
    const open = openFrom(day, user, days);
    if (open < leaves) visits.push(open);
    if (open - begun > habit.lasts) {
      day = comesBack(open, number, days);
      [habit, begun] = [habitOf(number, turn), day];
    } else {
      day = open + pick(habit.least, habit.most, number, turn);
    }
  }
  return visits;
}

function habitOf(number: number, turn: number): Habit {
  const kind = chance(number, turn, 3);
  if (kind < 0.68) return { least: 1, most: 7, lasts: -600 * Math.log(1 - chance(number, turn, 5)) };
  if (kind < 0.77) return { least: 5, most: 18, lasts: 900 };
  if (kind < 0.82) return { least: 14, most: 46, lasts: 900 };
  return { least: 1, most: 9, lasts: pick(4, 50, number, turn, 7) };
}

/** The next day, from this one on, on which this person works. */
function openFrom(day: number, { number }: User, { workdayFrom, afterBreak, rebuilding }: Days): number {
  const atWork = (chance(number, day, 11) < 0.8 ? afterBreak : same)(workdayFrom(day));
  const closed = number % 5 === 3 && atWork >= rebuilding.from && atWork < rebuilding.until;
  return workdayFrom(closed ? rebuilding.until + pick(0, 8, number, 13) : atWork);
}

/** One of seven comes back when they are asked to, the others after most of a year. */
function comesBack(day: number, number: number, { comeBacks }: Days): number {
  const asked = comeBacks.find((one) => one > day && chance(number, one, 17) < 0.15);
  const later = day + pick(90, 420, number, day, 19);
  return asked === undefined ? later : Math.min(asked + pick(0, 5, number, 23), later);
}

const same = (day: number): number => day;
