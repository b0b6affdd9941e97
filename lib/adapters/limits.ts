import ipaddr from 'ipaddr.js';
import type { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';

/** `retryAfterSeconds` is 0 when the call may go on. Every check counts. */
export type Limit = {
  check(key: string): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
  /** Takes one check back. */
  refund(key: string): Promise<void>;
  reset(key: string): Promise<void>;
};

/** Counters over all processes for guesses and refreshes, per process for API calls. */
export type Limits = {
  /** 10 evaluated guesses per account in 15 minutes. */
  readonly guessesPerAccount: Limit;
  /** 100 wrong guesses per network in 15 minutes. */
  readonly guessesPerNetwork: Limit;
  readonly refreshes: Limit;
  readonly apiCalls: Limit;
  readonly imports: Gate;
};

/** Lets one in at a time: answers how to leave, or null while somebody is inside. */
export type Gate = { enter(): (() => void) | null };

/** The one table the counters live in; a Prisma client has it. */
type CounterTable = {
  updateMany(change: { where: { key: string }; data: { expire: Date } }): Promise<unknown>;
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
  const account = shared('account', 10, quarterHour);
  return {
    guessesPerAccount: { ...limit(account), check: (key) => rolling(account, client.rateLimiterFlexible, key) },
    guessesPerNetwork: keyed(limit(shared('network', 100, quarterHour)), networkOf),
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
  return {
    check: async (key) => {
      const refused = await consume(await limiter(), key);
      return refused === null
        ? { allowed: true, retryAfterSeconds: 0 }
        : { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    },
    refund: async (key) => {
      await (await limiter()).reward(key, 1);
    },
    reset: async (key) => {
      await (await limiter()).delete(key);
    },
  };
}

// A fixed window would let 10 guesses pass at its end and 10 more right after it. Every guess that passes moves the end, so that
// no 15 minutes ever hold more than 10; refused ones do not, or anybody could keep an account locked.
async function rolling(account: () => Promise<RateLimiterPrisma>, table: CounterTable, key: string) {
  const answer = await limit(account).check(key);
  if (answer.allowed) {
    const limiter = await account();
    const expire = new Date(Date.now() + limiter.duration * 1000);
    await table.updateMany({ where: { key: limiter.getKey(key) }, data: { expire } });
  }
  return answer;
}

const keyed = (inner: Limit, keyOf: (key: string) => string): Limit => ({
  check: (key) => inner.check(keyOf(key)),
  refund: (key) => inner.refund(keyOf(key)),
  reset: (key) => inner.reset(keyOf(key)),
});

/** Whoever has one IPv6 address has its /64: they count as one network. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const halves = parsed.toByteArray().slice(0, 8);
  return `${Buffer.from(halves).toString('hex')}/64`;
}

async function consume(limiter: Limiter, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    const { RateLimiterRes } = await import('rate-limiter-flexible');
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
