import { actorMay, type May, type Permission } from '@/lib/domain/roles';
import type { Context } from '../context';

/** What cached work sees of the world: neither who asks nor where from, so that nothing of one reader reaches the next. */
export type HistoryContext = Pick<Context, 'store' | 'clock' | 'secrets' | 'config' | 'log' | 'organisation' | 'today'>;

type Work<T, Q, P extends Permission> = {
  /** Begins the key; no other work has the same. */
  readonly name: string;
  /** The permissions that decide what comes out: `make` can ask for no others. */
  readonly reads?: readonly P[];
  /** What of the question belongs in the key; all of it unless part of it follows from the rest of the key. */
  readonly asks?: (question: Q) => unknown;
  readonly make: (ctx: HistoryContext, question: Q, may: May<P>) => Promise<T> | T;
  /** Which results may be kept, where not all. */
  readonly keeps?: (value: T) => boolean;
};

/**
 * Does work once for all readers who may do the same, while the organisation's history stays the same, at most for a minute.
 * A context that does not know the history's version gets it made anew.
 */
export function cached<T, Q = null, P extends Permission = never>({
  name,
  reads = [],
  asks = (question) => question,
  make,
  keeps = () => true,
}: Work<T, Q, P>): (ctx: Context, question: Q) => Promise<T> {
  return async (ctx, question) => {
    const held = reads.filter((permission) => actorMay(ctx.actor, permission));
    const made = async () => make(historyOf(ctx), question, (permission) => held.includes(permission));
    const { cache, organisation, historyVersion } = ctx;
    if (historyVersion === undefined) return made();
    const key = JSON.stringify([name, organisation, historyVersion, asks(question), held]);
    const { value } = await cache.forceFetch(key, { context: async () => ({ value: await made() }) });
    // The name stands for the work, and one work makes one type.
    if (!keeps(value as T)) cache.delete(key);
    return value as T;
  };
}

/** Taken one by one, so that what a context gains later stays out as well. */
const historyOf = ({ store, clock, secrets, config, log, organisation, today }: Context): HistoryContext => ({
  store,
  clock,
  secrets,
  config,
  log,
  organisation,
  today,
});
