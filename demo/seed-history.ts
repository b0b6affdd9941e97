import { answerOf } from '@/demo/fake-enpass/answer';
import { countsOn } from '@/demo/fake-enpass/organisation';
import type { PastRun } from '@/demo/past-runs';
import type { NewReading } from '@/lib/adapters/db/stores/readings';
import type { Day } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import type { Context } from '@/lib/services/context';

/** Runs first, then all readings in one bulk statement, then each run its end. */
export async function seedHistory({ store, organisation }: Context, past: { start: Day; runs: readonly PastRun[] }) {
  await store.atomically(async (inside) => {
    const begun = past.runs.map((run) => ({ ...run, id: crypto.randomUUID() }));
    for (const { id, trigger, startedByName, startedAt, day } of begun) {
      await inside.runs.begin(organisation.id, { id, trigger, startedByName, startedAt, day });
    }
    const succeeded = begun.filter((run) => run.failure === null);
    const readings = succeeded.map((run) => readingOf(run, past.start));
    const readingIds = await inside.readings.record(organisation.id, readings);
    const readingOfRun = new Map(succeeded.map((run, index) => [run.id, readingIds[index]]));
    for (const run of begun) {
      const { id, finishedAt, attempts } = run;
      await inside.runs.finish(id, { finishedAt, attempts, ...endOf(run, readingOfRun.get(id)) });
    }
  });
}

/** What somebody noted day by day before there was an application, as a file to import. */
export function notedBefore(days: readonly Day[], start: Day): string {
  const lines = days.map((day) => {
    const counts = countsOn(day, start);
    return [day, ...countFields.map((field) => counts[field])].join(',');
  });
  return [['day', ...countFields].join(','), ...lines].join('\n');
}

function readingOf({ id, day, finishedAt, trigger }: PastRun & { id: string }, start: Day): NewReading {
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
