import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../../demo/temporary-environment.mjs';
import { dayIn } from '../../lib/domain/day';
import { addWeeks, weekOf } from '../../lib/domain/week';
import { firstVisit } from '../first-visit';
import { historyCsv } from '../history-csv';
import { median, type Page, requestsPerSecond, sequentialP50 } from '../requests';
import { residentMb } from '../resident';
import { secondsOf } from '../seconds';
import { type Comparison, compare } from './comparison';
import type { House } from './house';

/** A house and somebody who is signed in there. */
export type Visited = House & { readonly cookie: string };
export type Pair = readonly [Visited, Visited];

const pagesAt = (pair: Pair, path: string): Page[] => pair.map(({ url, cookie }) => ({ url: `${url}${path}`, cookie }));

export async function throughput(pair: Pair, minimalUrl: string): Promise<Comparison[]> {
  const pages = [...pagesAt(pair, '/'), { url: minimalUrl, cookie: '' }];
  // Short turns: what else the machine does meanwhile meets all three.
  const [mine = 0, theirs = 0, minimal = 0] = await requestsPerSecond(pages, { rounds: 9, seconds: 2 });
  const [measure, unit] = ['overview, 8 connections', ' requests/s'];
  return [
    compare({ measure, unit, figures: [mine, theirs], aim: { atLeast: 1.3 } }),
    compare({
      measure: `${measure}, against the minimal page`,
      unit,
      figures: [mine, minimal],
      aim: { atLeast: 0.55 },
    }),
  ];
}

export async function latency(pair: Pair): Promise<Comparison[]> {
  const week = addWeeks(weekOf(dayIn(new Date(), 'UTC')), -1);
  const wanted = [
    { name: 'overview', path: '/', atMost: 0.9 },
    { name: 'trends', path: '/trends', atMost: 1 },
    { name: 'a week', path: `/weeks/${week}`, atMost: 1 },
  ];
  const times = await sequentialP50(wanted.flatMap(({ path }) => pagesAt(pair, path)));
  return wanted.map(({ name, atMost }, index) =>
    compare({
      measure: `${name}, one request after another: p50`,
      unit: ' ms',
      figures: times.slice(index * 2, index * 2 + 2),
      aim: { atMost },
    }),
  );
}

export async function sizes(pair: Pair): Promise<Comparison[]> {
  const visits = async (path: string) => {
    const seen = [];
    for (const page of pagesAt(pair, path)) seen.push(await firstVisit(page));
    return seen;
  };
  const [overview, trends] = [await visits('/'), await visits('/trends')];
  const row = (measure: string, figures: readonly number[], atMost: number) =>
    compare({ measure: `first visit of ${measure} gzip`, unit: ' kB', figures, aim: { atMost } });
  return [
    row(
      'the overview, JavaScript',
      overview.map(({ scriptKb }) => scriptKb),
      1,
    ),
    row(
      'trends, JavaScript',
      trends.map(({ scriptKb }) => scriptKb),
      0.92,
    ),
    row(
      'the overview, CSS',
      overview.map(({ styleKb }) => styleKb),
      0.7,
    ),
  ];
}

export async function commandLine(pair: Pair): Promise<Comparison> {
  const list = ({ cli }: House) => secondsOf(() => cli(['user', 'list']));
  const times: [number[], number[]] = [[], []];
  for (const house of pair) await list(house);
  for (let round = 0; round < 7; round++) {
    for (const [index, house] of pair.entries()) times[index]?.push(await list(house));
  }
  return compare({
    measure: '`cli user list`, warm disk',
    unit: ' s',
    figures: times.map(median),
    aim: { atMost: 0.25 },
  });
}

const importedDays = 18_250;

/** What a file of fifty years costs the command line beyond one of a day. Each round goes into a database of its own. */
export async function imports(open: () => Promise<readonly [House, House]>): Promise<Comparison> {
  const folder = temporaryFolder();
  const [one, fifty] = [join(folder, 'one.csv'), join(folder, 'fifty.csv')];
  writeFileSync(one, historyCsv({ days: 1, last: '2026-11-22' }));
  writeFileSync(fifty, historyCsv({ days: importedDays, last: '2026-11-21' }));
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const [index, { cli }] of (await open()).entries()) {
      // The first command migrates.
      await cli(['import', one]);
      const little = await secondsOf(() => cli(['import', one]));
      times[index]?.push((await secondsOf(() => cli(['import', fifty]))) - little);
    }
  }
  return compare({
    measure: `import of ${importedDays.toLocaleString('en-GB')} days`,
    unit: ' s',
    figures: times.map(median),
    aim: { atMost: 0.6 },
  });
}

/** Starts both servers anew. */
export async function idleMemory(pair: Pair): Promise<Comparison> {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const { stop, start, url, cookie } of pair) {
      await stop();
      await start();
      await fetch(url, { headers: { cookie } }).then((answer) => answer.text());
    }
    await wait(10_000);
    for (const [index, { pid }] of pair.entries()) taken[index]?.push(residentMb(pid()));
  }
  return compare({
    measure: 'server idle after one page, resident memory',
    unit: ' MB',
    figures: taken.map(median),
    aim: { atMost: 0.7 },
  });
}
