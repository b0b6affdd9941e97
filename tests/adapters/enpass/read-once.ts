import { systemClock } from '@/lib/adapters/clock';
import { createEnpass } from '@/lib/adapters/enpass/client';
import { createWayOut } from '@/lib/adapters/outgoing/way-out';

// A process of its own, because Node reads extra certificates only when it starts.
const [, , baseUrl = '', token = '', proxy] = process.argv;
const enpass = createEnpass({
  attemptTimeoutMs: 5_000,
  runDeadlineMs: 5_000,
  retryBaseMs: 10,
  privateTargets: new Set([new URL(baseUrl).host]),
  userAgent: 'enpass-adoption-history/test',
  now: systemClock.now,
  ...(proxy === undefined ? {} : { wayOut: (lookup) => createWayOut({ proxy: { url: proxy, except: '' }, lookup }) }),
});
console.log(JSON.stringify(await enpass.read({ baseUrl, token }, { maxAttempts: 1 })));
