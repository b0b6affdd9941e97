import { parseArgs } from 'node:util';
import { cast, type Member } from '@/demo/cast';
import { answerOf } from '@/demo/fake-enpass/answer';
import { countsOn } from '@/demo/fake-enpass/organisation';
import { pastAttempts } from '@/demo/past-attempts';
import { type PastRun, pastRuns } from '@/demo/past-runs';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import { addDays, eachDay, startOf } from '@/lib/domain/day';
import { jobContext, world } from '@/lib/runtime/runtime';
import { type Context, contextFor } from '@/lib/services/context';
import { addPerson } from '@/lib/services/people/add-person';
import { seedActivity } from './seed-activity';

// Fills an empty database with the cast of four and a history that ends yesterday: today's snapshot is the scheduler's to take.
// With --with-activity people have set targets, written annotations and reviewed weeks, too.
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
await built.store.organisations.create({
  id: 'first',
  ...built.config.organisation,
  captureTime: built.config.captureTime,
  createdAt: built.clock.now(),
});
const ctx = await jobContext('start');

const { timeZone } = ctx.organisation;
const yesterday = addDays(ctx.today(), -1);
const start = addDays(yesterday, 1 - Number(days));
const clock = { now: () => startOf(start, timeZone) };
const ids = {
  ada: await signUp(cast.ada, password),
  max: await signUp(cast.max, password),
  olga: await signUp(cast.olga, password),
  vera: await signUp(cast.vera, password),
};
await writeHistory(ctx, pastRuns(eachDay(start, yesterday), timeZone));
if (withActivity) await seedActivity(ctx, { start, ids });
await built.store.close();

/** Everybody is there from the first day; answers the person's id. */
async function signUp({ name, email, role }: Member, password: string): Promise<string> {
  const { actor, organisation, network } = ctx;
  const then = contextFor({ ...built, clock }, { actor, organisation, network });
  const added = await addPerson(then, { name, email, role, password });
  if (!added.ok) throw new Error(`${email} was refused: ${added.failure.kind}`);
  return added.value.id;
}

/** Runs first, then all readings in one bulk statement, then each run its end. */
async function writeHistory({ store, organisation }: Context, runs: readonly PastRun[]): Promise<void> {
  await store.atomically(async (inside) => {
    const begun = runs.map((run) => ({ ...run, id: crypto.randomUUID() }));
    for (const { id, trigger, startedByName, startedAt, day } of begun) {
      await inside.runs.begin(organisation.id, { id, trigger, startedByName, startedAt, day });
    }
    const succeeded = begun.filter((run) => run.failure === null);
    const readingIds = await inside.readings.record(organisation.id, succeeded.map(readingOf));
    const readingOfRun = new Map(succeeded.map((run, index) => [run.id, readingIds[index]]));
    for (const run of begun) {
      const { id, finishedAt, attempts } = run;
      await inside.runs.finish(id, { finishedAt, attempts, ...endOf(run, readingOfRun.get(id)) });
      await inside.attempts.record(id, pastAttempts(run, readingOf(run).body));
    }
  });
}

function readingOf({ id, day, finishedAt, trigger }: PastRun & { id: string }): NewReading {
  const counts = countsOn(day, start);
  return {
    day,
    takenAt: finishedAt,
    source: trigger === 'scheduled' ? 'scheduled' : 'manual',
    body: JSON.stringify(answerOf(counts)),
    counts,
    runId: id,
  };
}

function endOf({ failure, day }: PastRun, readingId: string | undefined) {
  if (failure !== null) return { failure };
  if (readingId === undefined) throw new Error('a run that succeeded has its reading');
  return { readingId, day };
}
