import { writeFileSync } from 'node:fs';
import { cast, castPassword } from '../../demo/cast';
import { startFakeEnpass } from '../../demo/fake-enpass/server';
import { say } from '../../scripts/parts/project.mjs';
import { machine, machineWords } from '../machine';
import { sessionCookie } from '../session';
import { startMinimal } from '../start-minimal';
import { checkOut, thisCheckout } from './check-out';
import { comparisonTable } from './comparison';
import { furnish } from './furnish';
import { type House, openHouse } from './house';
import { commandLine, idleMemory, imports, latency, type Pair, sizes, throughput, type Visited } from './measures';

/** Measures this commit and another in turns, so that whatever else the machine does meets both. */
export async function benchAgainst(ref: string): Promise<void> {
  // Every house and every folder goes when this process ends.
  process.setMaxListeners(50);
  const fake = await startFakeEnpass();
  const checkouts = [thisCheckout(), checkOut(ref)] as const;
  const open = async () => [await openHouse(checkouts[0], fake), await openHouse(checkouts[1], fake)] as const;
  const [mine, theirs] = await open();
  say(`Filling a database each for ${mine.name} and ${theirs.name} …`);
  await furnish([mine, theirs]);
  const minimal = await startMinimal();
  const pair: Pair = [await visit(mine), await visit(theirs)];
  say('Measuring both in turns …');
  const rows = [
    ...(await throughput(pair, minimal.url)),
    ...(await latency(pair)),
    ...(await sizes(pair)),
    await commandLine(pair),
    await imports(open),
    await idleMemory(pair),
  ];
  await Promise.all([mine.stop(), theirs.stop(), minimal.end(), fake.close()]);
  console.log(`${comparisonTable(rows, [mine.name, theirs.name])}\n\n${machineWords}`);
  const told = { at: new Date().toISOString(), machine, commits: [mine.name, theirs.name], rows };
  writeFileSync('bench/against.json', `${JSON.stringify(told, null, 2)}\n`);
}

async function visit(house: House): Promise<Visited> {
  await house.start();
  return { ...house, cookie: await sessionCookie(house.url, cast.ada.email, castPassword) };
}
