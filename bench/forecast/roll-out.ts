import { addDays, type Day, weekday } from '../../lib/domain/day';
import type { AdoptionCounts } from '../../lib/domain/snapshot';
import type { CapturedDay } from '../../lib/domain/trend';
import { type Random, randomFrom } from './random';
import type { Shape, Traits } from './shapes';
import { type Weather, weatherFrom } from './weather';

export const firstDay: Day = '2023-11-06';
export const days = 3 * 365;

type People = {
  licences: number;
  assigned: number;
  activated: number;
  onboarded: number;
  using: number;
  extension: number;
  autofill: number;
  /** The share of who has a vault that was active in the last 30 days. */
  active: number;
};

type Habits = Readonly<Record<'assigns' | 'activates' | 'onboards' | 'uses' | 'connects' | 'fills' | 'active', number>>;

/** Three years of one simulated organisation: whole people who take one step after another, mostly on working days. */
export function rollOutOf(shape: Shape, seed: number): CapturedDay[] {
  const random = randomFrom(seed);
  const traits: Traits = { start: random.next(), length: random.next(), strength: random.next(), phase: random.next() };
  const [least, most] = shape.people;
  const size = Math.round(least * (most / least) ** random.next());
  const habits: Habits = {
    assigns: random.between(0.08, 0.4),
    activates: random.between(0.02, 0.12),
    onboards: random.between(0.03, 0.15),
    uses: random.between(0.01, 0.1),
    connects: random.between(0.005, 0.04),
    fills: random.between(0.005, 0.05),
    active: random.between(0.55, 0.92),
  };
  const people = beginning(shape, { size, random, habits });
  const rows: CapturedDay[] = [];
  const changing = weatherFrom(random);
  for (let day = 0; day < days; day += 1) {
    const on = addDays(firstDay, day);
    live(people, { shape, traits, size, habits, random, day, working: weekday(on) < 6, weather: changing() });
    const missing = shape.missing?.(day, random) ?? false;
    if (!missing) rows.push({ day: on, ...countsOf(people) });
  }
  return rows;
}

function beginning(shape: Shape, { size, random, habits }: { size: number; random: Random; habits: Habits }): People {
  const licences = shape.purchases ? Math.ceil(size * 0.25) : Math.ceil(size * random.between(1, 1.3));
  return {
    licences,
    assigned: 0,
    activated: 0,
    onboarded: 0,
    using: 0,
    extension: 0,
    autofill: 0,
    active: habits.active,
  };
}

type Today = {
  readonly shape: Shape;
  readonly traits: Traits;
  readonly size: number;
  readonly habits: Habits;
  readonly random: Random;
  readonly day: number;
  readonly working: boolean;
  readonly weather: Weather;
};

function live(people: People, today: Today): void {
  const { shape, traits, habits, random, day, working, weather } = today;
  if (!weather.paused) assign(people, today);
  const drive = shape.drive(day, traits) * weather.drive * (working ? 1 : 0.06) * Math.exp(0.35 * random.normal());
  const step = (waiting: number, chance: number) => random.some(Math.max(0, Math.floor(waiting)), chance * drive);
  people.activated += step(people.assigned * 0.96 - people.activated, habits.activates);
  people.onboarded += step(people.activated * 0.97 - people.onboarded, habits.onboards);
  people.using += step(people.onboarded * 0.95 - people.using, habits.uses);
  people.extension += step(people.using * 0.85 - people.extension, habits.connects);
  people.autofill += step(people.using * 0.8 - people.autofill, habits.fills);
  leave(people, (shape.leaving ?? 0.06) / 260 + weather.leaving, today);
  // A count of thirty days forgets one day of thirty.
  const mood = habits.active * (0.7 + 0.3 * Math.min(1, shape.drive(day, traits) * weather.drive));
  people.active += (mood - people.active) / 30 + 0.003 * random.normal();
  people.active = Math.min(0.99, Math.max(0.02, people.active));
}

/** Administrators assign in batches, on working days. */
function assign(people: People, { shape, traits, size, habits, random, day, working }: Today): void {
  const wanted = Math.round(size * shape.assigned(day, traits));
  if (!working || people.assigned >= wanted || (day > 0 && random.next() > habits.assigns)) return;
  if (wanted > people.licences) {
    if (!shape.purchases) return;
    if (wanted < people.licences * 1.1) return;
    people.licences = Math.min(Math.ceil(size * 1.2), Math.ceil(people.licences * random.between(1.3, 1.8)));
  }
  people.assigned = Math.min(wanted, people.licences);
}

function leave(people: People, chance: number, { random, working }: Today): void {
  if (!working) return;
  const left = random.some(people.assigned, chance);
  const share = people.assigned === 0 ? 0 : left / people.assigned;
  people.assigned -= left;
  for (const stage of ['activated', 'onboarded', 'using', 'extension', 'autofill'] as const) {
    people[stage] -= random.some(people[stage], share);
  }
  people.activated = Math.min(people.activated, people.assigned);
  people.onboarded = Math.min(people.onboarded, people.activated);
  people.using = Math.min(people.using, people.onboarded);
  people.extension = Math.min(people.extension, people.using);
  people.autofill = Math.min(people.autofill, people.using);
}

function countsOf(people: People): AdoptionCounts {
  const { licences, assigned, activated, onboarded, using, extension, autofill } = people;
  const active = Math.round(onboarded * people.active);
  return {
    total_license: licences,
    assigned_license: assigned,
    unassigned_license: licences - assigned,
    activated_license: activated,
    activation_pending: assigned - activated,
    onboarded_users: onboarded,
    app_setup_pending: activated - onboarded,
    using_enpass: using,
    usage_pending: onboarded - using,
    added_items: using,
    connected_browser_extension: extension,
    connected_browser_extension_pending: using - extension,
    using_autofill: autofill,
    using_autofill_pending: using - autofill,
    total_users: onboarded,
    active_users: active,
    inactive_users: onboarded - active,
  };
}
