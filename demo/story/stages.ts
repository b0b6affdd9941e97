import type { Day } from '@/lib/domain/day';
import { dayOf, isWorkday, type Place } from './calendar';
import { chance } from './chance';
import { afterwards, beginning, type Column, columns, end, type Milestone, milestones } from './roll-out';

/** The story's counts at the close of each workday, the first being the beginning. */
export type Stages = readonly Milestone[];

/** A story's calendar: how many workdays it has had by the close of a day, and its last day. */
export type Workdays = { readonly until: (day: Day) => number; readonly last: Day };

/** Numbers that rise between the milestones as a roll-out's do: unevenly, more at the week's beginning, and with people who leave. */
export function stagesOf(workdays: Workdays): Stages {
  const raw = columns.map((column, index) => riseOf(column, index + 1, workdays));
  const [assigned = []] = raw;
  const leavers = leaversAmong(assigned, workdays.until(workdays.last));
  return assigned.map((_, index) => {
    const reached = Object.fromEntries(columns.map((column, of) => [column, raw[of]?.[index] ?? 0])) as Milestone;
    return withLeavers(inOrder(reached), leavers, index);
  });
}

/** The workday of a place, or the next one where it is a holiday. */
export function indexOf(place: Place, { until, last }: Workdays): number {
  const day = dayOf(place, last);
  return isWorkday(day) ? until(day) : until(day) + 1;
}

type Step = { readonly index: number; readonly value: number; readonly sudden?: boolean };

function riseOf(column: Column, seed: number, { until, last }: Workdays): number[] {
  const ending = until(last);
  const steps: Step[] = [
    ...milestones.map((one) => ({ index: indexOf(one, { until, last }), value: one[column], sudden: one.sudden })),
    { index: ending, value: end[column] },
    ...afterwards.map((one) => ({ index: ending + one.weeks * 5, value: one[column] })),
  ];
  const values = [beginning[column]];
  for (const step of steps) spread(values, step, seed);
  return values;
}

/** Fills the values up to a step: in uneven parts, or all at once. */
function spread(values: number[], { index, value, sudden }: Step, seed: number): void {
  const [from, before] = [values.length, values.at(-1) ?? 0];
  const shares = Array.from({ length: Math.max(0, index - from + 1) }, (_, offset) => share(from + offset, seed));
  const whole = shares.reduce((sum, one) => sum + one, 0);
  let part = 0;
  for (const one of shares) {
    part += one;
    values.push(sudden ? before : before + Math.round(((value - before) * part) / whole));
  }
  values[values.length - 1] = value;
}

const busy = [1.2, 1.25, 1.05, 0.9, 0.6];

/** One workday's share of a rise: good and bad weeks are everybody's, good and bad days each number's own. */
const share = (index: number, seed: number): number =>
  (0.55 + 0.9 * chance(Math.floor(index / 5))) * (0.25 + 1.5 * chance(index, seed)) * (busy[index % 5] ?? 1);

/** Whoever has come to a stage has come through those before; somebody signed in who has no vault yet. */
function inOrder(raw: Milestone): Milestone {
  const assigned = raw.assigned;
  const activated = Math.min(assigned, raw.activated);
  const onboarded = Math.min(activated - 1, raw.onboarded);
  const users = Math.max(onboarded + 1, Math.min(activated, raw.users));
  const using = Math.min(onboarded, raw.using);
  const extension = Math.min(using, raw.extension);
  return { assigned, activated, onboarded, users, using, extension, autofill: Math.min(using, raw.autofill) };
}

/** Workdays until a seat that became free is taken up to a stage again. */
const takenAfter: Milestone = {
  assigned: 4,
  activated: 8,
  onboarded: 11,
  users: 11,
  using: 14,
  extension: 16,
  autofill: 16,
};

const longestFree = 16;

/**
 * The workdays on which somebody leaves the company, about one in three weeks: days on which nobody else comes, so that a fall shows
 * as one in every number, and none so late that the story would end without them.
 */
function leaversAmong(assigned: readonly number[], ending: number): ReadonlySet<number> {
  const days = assigned.map((_, index) => index).filter((index) => chance(index, 71) < 1 / 7);
  const quiet = days.filter((index) => assigned[index] === assigned[index - 1]);
  return new Set(quiet.filter((index) => index > 12 && (index < ending - longestFree || index > ending)));
}

function withLeavers(standing: Milestone, leavers: ReadonlySet<number>, index: number): Milestone {
  const free = (column: Column) => {
    let seats = 0;
    for (let ago = 0; ago < takenAfter[column]; ago += 1) if (leavers.has(index - ago)) seats += 1;
    return seats;
  };
  const left = Object.fromEntries(columns.map((column) => [column, standing[column] - free(column)])) as Milestone;
  return inOrder(left);
}
