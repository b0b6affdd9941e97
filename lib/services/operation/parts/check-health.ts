import type { World } from '../../context';
import { isDatabaseAway } from '../../parts/database-away';

type DatabaseCheck = {
  /** `unwritable`: pages can be read, but no snapshot can be kept. */
  readonly status: 'ok' | 'unwritable' | 'away';
  readonly tookMs: number;
  /** What the database or its disk said; null when nothing is wrong, or a mistake of ours is. */
  readonly cause: string | null;
};

export type Health = {
  readonly status: 'ok' | 'unavailable';
  /** For operators only: what was asked and how it went. */
  readonly checks: { readonly database: DatabaseCheck; readonly stopping: boolean };
};

type Asked = Pick<World, 'store' | 'shutdown'>;

/** Whether this process can do its work now. It asks in nobody's name, so it is no service: the door shows `checks` to whom it may. */
export async function checkHealth({ store, shutdown }: Asked): Promise<Health> {
  const database = await checked(store);
  const ready = database.status === 'ok' && !shutdown.aborted;
  return { status: ready ? 'ok' : 'unavailable', checks: { database, stopping: shutdown.aborted } };
}

async function checked(store: World['store']): Promise<DatabaseCheck> {
  const started = performance.now();
  const read = await inTime(store.ping());
  const written = read.ok ? await lastProbe(store) : read;
  const tookMs = Math.round(performance.now() - started);
  const status = written.ok ? 'ok' : read.ok ? 'unwritable' : 'away';
  return { status, tookMs, cause: written.cause };
}

type Outcome = { readonly ok: boolean; readonly cause: string | null };
type Probe = { readonly until: number; readonly outcome: Promise<Outcome> };

const goodForMs = 10_000;
const badForMs = 1_000;
const probes = new WeakMap<World['store'], Probe>();

/** Whoever asks every second must not write every second: what was found stands for a while. */
async function lastProbe(store: World['store']): Promise<Outcome> {
  const last = probes.get(store);
  if (last !== undefined && last.until > performance.now()) return last.outcome;
  const outcome = inTime(store.probe());
  probes.set(store, { until: Number.POSITIVE_INFINITY, outcome });
  const found = await outcome;
  probes.set(store, { until: performance.now() + (found.ok ? goodForMs : badForMs), outcome });
  return found;
}

const patienceMs = 3_000;

/** A database that throws and one that never answers are the same to whoever asks: away. */
async function inTime(asked: Promise<void>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, cause: `nothing came within ${patienceMs / 1000} s` }), patienceMs);
  });
  const answered = asked.then(
    () => ({ ok: true, cause: null }),
    (error: unknown) => ({ ok: false, cause: isDatabaseAway(error) && error instanceof Error ? error.message : null }),
  );
  const outcome = await Promise.race([answered, late]);
  clearTimeout(timer);
  return outcome;
}
