import type { World } from '../../context';

export type Health = {
  readonly status: 'ok' | 'unavailable';
  /** For operators only: what was asked and how it went. */
  readonly checks: {
    readonly database: { readonly status: 'ok' | 'away'; readonly tookMs: number };
    readonly stopping: boolean;
  };
};

const patienceMs = 3_000;

/** Whether this process can do its work now. It asks in nobody's name, so it is no service: the door shows `checks` to whom it may. */
export async function checkHealth({ store, shutdown }: Pick<World, 'store' | 'shutdown'>): Promise<Health> {
  const started = performance.now();
  const answers = await answersInTime(store.ping());
  const tookMs = Math.round(performance.now() - started);
  const ready = answers && !shutdown.aborted;
  return {
    status: ready ? 'ok' : 'unavailable',
    checks: { database: { status: answers ? 'ok' : 'away', tookMs }, stopping: shutdown.aborted },
  };
}

/** A database that throws and one that never answers are the same to whoever asks: away. */
async function answersInTime(ping: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const answered = ping.then(
    () => true,
    () => false,
  );
  const outcome = await Promise.race([answered, late]);
  clearTimeout(timer);
  return outcome;
}
