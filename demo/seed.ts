import { parseArgs } from 'node:util';
import { cast, type Member } from '@/demo/cast';
import { pastRuns } from '@/demo/past-runs';
import { addDays, dayIn, eachDay, startOf } from '@/lib/domain/day';
import { jobContext, world } from '@/lib/runtime/runtime';
import { contextFor } from '@/lib/services/context';
import { addPerson } from '@/lib/services/people/add-person';
import { seedYear, setUpAt } from './seed-activity';
import { seedHistory } from './seed-history';

// Fills an empty database with the cast of four and a history that ends yesterday: today's snapshot is the scheduler's to take.
// With --with-activity it is a year that people lived through: signed in, imported, set targets, wrote, reviewed and mended.
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '400' },
    password: { type: 'string' },
    'with-activity': { type: 'boolean', default: false },
  },
});
const { password, days, 'with-activity': withActivity } = values;
if (password === undefined) throw new Error('seed needs --password');

const built = await world();
const { config, store } = built;
const { timeZone } = config.organisation;
const today = dayIn(built.clock.now(), timeZone);
const start = addDays(today, -Number(days));
const since = withActivity ? setUpAt(today, timeZone) : startOf(start, timeZone);
const { captureTime } = config;
await store.organisations.create({ id: 'first', ...config.organisation, captureTime, createdAt: since });
const ctx = await jobContext('start');

const people = {
  ada: await signUp(cast.ada, password),
  max: await signUp(cast.max, password),
  olga: await signUp(cast.olga, password),
  vera: await signUp(cast.vera, password),
};
if (withActivity) await seedYear(ctx, { start, people, password });
else {
  // Always in the same place, whatever weekday it is: stories in the browser look at days near it.
  const newestLost = addDays(today, -11);
  const runs = pastRuns({ days: eachDay(start, addDays(today, -1)), timetable: { timeZone, captureTime }, newestLost });
  await seedHistory(ctx, { start, runs });
}
await store.close();

/** Everybody is there from the first day. */
async function signUp(member: Member, password: string): Promise<Member> {
  const { actor, organisation, network } = ctx;
  const then = contextFor({ ...built, clock: { now: () => since } }, { actor, organisation, network });
  const { name, email, role } = member;
  const added = await addPerson(then, { name, email, role, password });
  if (!added.ok) throw new Error(`${email} was refused: ${added.failure.kind}`);
  return { ...member, id: added.value.id };
}
