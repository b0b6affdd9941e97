#!/bin/sh
# rate-limiter-flexible 11.4.0: what `reward` does for a key whose time is over, or that was never counted
#
# One would expect it to take back what was counted, and to do nothing where nothing is left to take back. Instead it begins a
# new time with a point to the good, in which one more than `points` pass. Who counts first and takes back later (a guess that
# turned out right, after the window ended) gives more than was taken.
# It shaped lib/adapters/limits.ts: `refund` changes only a row that is there and whose time is not over.
#
# Seen:
#   rewarded while it counts: 10 pass
#   rewarded after its time: 11 pass
#   rewarded without having been counted: 11 pass
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent rate-limiter-flexible@11.4.0

cat > reward.js <<'JS'
import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';

async function passing(before) {
  const limiter = new RateLimiterMemory({ points: 10, duration: 1 });
  await before(limiter);
  let passed = 0;
  for (let time = 0; time < 20; time += 1) await limiter.consume('key').then(() => (passed += 1), () => {});
  return passed;
}

const counted = await passing(async (limiter) => {
  await limiter.consume('key');
  await limiter.reward('key');
});
const over = await passing(async (limiter) => {
  await limiter.consume('key');
  await wait(1200);
  await limiter.reward('key');
});
const never = await passing((limiter) => limiter.reward('key'));
console.log(`rewarded while it counts: ${counted} pass`);
console.log(`rewarded after its time: ${over} pass`);
console.log(`rewarded without having been counted: ${never} pass`);
JS

cat > expected <<'SEEN'
rewarded while it counts: 10 pass
rewarded after its time: 11 pass
rewarded without having been counted: 11 pass
SEEN
node reward.js > seen
cat seen
diff expected seen || { echo 'rate-limiter-flexible no longer behaves as described above.'; exit 1; }
