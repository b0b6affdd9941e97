import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Hears how many connections a process makes do with, since the server gave it no more. */
export type OnFewer = (held: number) => void;

/** How long a pool makes do before it tries for more again: whoever else held them may have ended. */
const againAfterMs = 60_000;
/** By then it is clear how many of those asked for at once were given. */
const settledAfterMs = 500;

type Done = (error: Error | undefined, client?: pg.PoolClient, release?: pg.PoolClient['release']) => void;

/**
 * Lets a pool make do with the connections that the server, the role or a pooler allows. The driver's own passes the refusal of each
 * further one on to whoever asked, who would have had one of the others a moment later.
 */
export function makeDo(pool: pg.Pool, onFewer: OnFewer): void {
  const connect = pool.connect.bind(pool);
  const shrink = shrinking(pool, onFewer);
  const patient = async (triesLeft = 10): Promise<pg.PoolClient> => {
    try {
      return await connect();
    } catch (error) {
      if (!isRefusedOne(error) || triesLeft === 0) throw error;
    }
    if (shrink() > 0) return patient(triesLeft);
    // None is held yet, and another may just be coming about.
    await sleep(50);
    return patient(triesLeft - 1);
  };
  // The pool's own queries ask with a callback.
  const either = (done?: Done) =>
    done === undefined
      ? patient()
      : void patient().then(
          (client) => done(undefined, client, client.release.bind(client)),
          (error: Error) => done(error),
        );
  Reflect.set(pool, 'connect', either);
}

/** Makes the pool as small as what it holds, for a while; answers how much that is. */
function shrinking(pool: pg.Pool, onFewer: OnFewer): () => number {
  const asked = pool.options.max;
  const held = new Set<pg.PoolClient>();
  let isSmall = false;
  const resize = () => {
    pool.options.max = isSmall ? Math.max(1, held.size) : asked;
  };
  pool.on('connect', (client) => {
    held.add(client);
    resize();
  });
  pool.on('remove', (client) => held.delete(client));
  const grow = () => {
    isSmall = false;
    resize();
  };
  return () => {
    if (!isSmall) {
      isSmall = true;
      setTimeout(() => onFewer(held.size), settledAfterMs).unref();
      setTimeout(grow, againAfterMs).unref();
    }
    resize();
    return held.size;
  };
}

const isRefusedOne = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '53300';
