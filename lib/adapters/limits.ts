import ipaddr from 'ipaddr.js';
import type { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible';

/** `retryAfterSeconds` is 0 when the call may go on. Every check counts. */
export type Limit = {
  check(key: string): Promise<Checked>;
};

type Checked = { readonly allowed: boolean; readonly retryAfterSeconds: number };

/** Counts before it is known whether the guess is right; `refund` then leaves everything as if it had not been made. */
export type GuessLimit = { check(key: string): Promise<Checked & { readonly refund: () => Promise<void> }> };

/** Counters over all processes for guesses and refreshes, per process for API calls. */
export type Limits = {
  /** 10 evaluated guesses per account in 15 minutes, of strangers. */
  readonly guessesPerAccount: GuessLimit;
  /** The same for each browser that is known, and each session. */
  readonly guessesPerDevice: GuessLimit;
  /** 100 wrong guesses of strangers per network in 15 minutes. */
  readonly guessesPerNetwork: GuessLimit;
  readonly refreshes: Limit;
  readonly apiCalls: Limit;
  readonly imports: Gate;
};

/** Lets one in at a time: answers how to leave, or null while somebody is inside. */
export type Gate = { enter(): (() => void) | null };

/** The one table the counters live in; a Prisma client has it. */
type CounterTable = {
  updateMany(change: {
    where: { key: string; expire?: Date | { gt: Date } };
    data: { expire?: Date; points?: { decrement: number } };
  }): PromiseLike<{ count: number }>;
};
export type CounterClient = { readonly rateLimiterFlexible: CounterTable };

const quarterHour = 15 * 60;

export function createLimits({
  client,
  refreshPerMinute,
  apiPerMinute,
}: {
  client: CounterClient;
  refreshPerMinute: number;
  apiPerMinute: number;
}): Limits {
  const shared = (keyPrefix: string, points: number, duration: number) =>
    whenCounted(
      ({ RateLimiterPrisma }) =>
        new RateLimiterPrisma({
          storeClient: client,
          tableName: 'rateLimiterFlexible',
          keyPrefix,
          points,
          duration,
          // The timer clears the whole table: one of the limiters is enough.
          clearExpiredByTimeout: keyPrefix === 'account',
        }),
    );
  const guesses = (prefix: string, points: number) =>
    guessLimit(shared(prefix, points, quarterHour), client.rateLimiterFlexible);
  const perNetwork = guesses('network', 100);
  return {
    guessesPerAccount: guesses('account', 10),
    guessesPerDevice: guesses('device', 10),
    guessesPerNetwork: { check: (address) => perNetwork.check(networkOf(address)) },
    refreshes: limit(shared('refresh', refreshPerMinute, 60)),
    apiCalls: limit(
      whenCounted(
        ({ RateLimiterMemory }) => new RateLimiterMemory({ keyPrefix: 'api', points: apiPerMinute, duration: 60 }),
      ),
    ),
    imports: createGate(),
  };
}

/** Of this process: what it guards is the process's memory and attention. */
export function createGate(): Gate {
  let taken = false;
  const leave = () => {
    taken = false;
  };
  return {
    enter: () => {
      if (taken) return null;
      taken = true;
      return leave;
    },
  };
}

type Limiter = RateLimiterPrisma | RateLimiterMemory;
type Limiting = typeof import('rate-limiter-flexible');

/** A limiter made for the first count, and then kept: most commands count nothing. */
function whenCounted<L extends Limiter>(make: (limiting: Limiting) => L): () => Promise<L> {
  let made: Promise<L> | undefined;
  return () => {
    made ??= import('rate-limiter-flexible').then(make);
    return made;
  };
}

function limit(limiter: () => Promise<Limiter>): Limit {
  return { check: async (key) => checked(await consume(await limiter(), key)) };
}

const checked = ({ refused, msBeforeNext }: Consumed): Checked => ({
  allowed: !refused,
  retryAfterSeconds: refused ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : 0,
});

/**
 * A fixed window would let 10 guesses pass at its end and 10 more right after it. Every guess that passes moves the end, so that no 15
 * minutes ever hold more than 10; refused ones do not, or anybody could keep an account locked, and a right one moves it back.
 */
function guessLimit(limiter: () => Promise<RateLimiterPrisma>, table: CounterTable): GuessLimit {
  return {
    check: async (name) => {
      const counter = await limiter();
      const key = counter.getKey(name);
      const consumed = await consume(counter, name);
      const before = new Date(Date.now() + consumed.msBeforeNext);
      const moved = new Date(Date.now() + counter.duration * 1000);
      if (!consumed.refused) await table.updateMany({ where: { key }, data: { expire: moved } });
      return { ...checked(consumed), refund: () => takeBack(table, { key, before, moved }) };
    },
  };
}

/** The library's own `reward` would begin a row that is over anew with a guess too many. */
async function takeBack(table: CounterTable, { key, before, moved }: { key: string; before: Date; moved: Date }) {
  const points = { decrement: 1 };
  // Whoever guessed meanwhile moved the end again: it stays where they put it.
  const unmoved = await table.updateMany({ where: { key, expire: moved }, data: { points, expire: before } });
  if (unmoved.count === 0) await table.updateMany({ where: { key, expire: { gt: new Date() } }, data: { points } });
}

/** Whoever has one IPv6 address has its /64: they count as one network. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const halves = parsed.toByteArray().slice(0, 8);
  return `${Buffer.from(halves).toString('hex')}/64`;
}

type Consumed = { readonly refused: boolean; readonly msBeforeNext: number };

async function consume(limiter: Limiter, key: string): Promise<Consumed> {
  try {
    const { msBeforeNext } = await limiter.consume(key);
    return { refused: false, msBeforeNext };
  } catch (refusal) {
    const { RateLimiterRes } = await import('rate-limiter-flexible');
    if (refusal instanceof RateLimiterRes) return { refused: true, msBeforeNext: refusal.msBeforeNext };
    throw refusal;
  }
}
