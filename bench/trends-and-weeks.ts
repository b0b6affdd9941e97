import { readFileSync } from 'node:fs';
import { cast, castPassword } from '../demo/cast';
import { addDays, type Day, dayIn } from '../lib/domain/day';
import { metricIds, metrics } from '../lib/domain/metrics/adoption';
import { addWeeks, weekOf } from '../lib/domain/week';
import type { App } from '../tests/support/app';
import { firstVisit } from './first-visit';
import { largestPaints } from './largest-paints';
import { type Page, sequentialP50 } from './requests';
import { sessionCookie } from './session';
import type { Judge } from './table';

type Houses = { readonly year: App; readonly fifty: App; readonly minimalUrl: string };

/** Trends and weeks with a history of a year and of fifty. */
export async function benchTrendsAndWeeks(atMost: Judge, { year, fifty, minimalUrl }: Houses): Promise<void> {
  const today = dayIn(new Date(), 'UTC');
  const [inYear, inFifty] = await Promise.all([visitorOf(year), visitorOf(fifty)]);
  const week = `/weeks/${addWeeks(weekOf(today), -1)}`;
  const [minimal = 0, ...times] = await sequentialP50([
    { url: minimalUrl, cookie: '' },
    ...['/trends', week].flatMap((path) => [inYear(path), inFifty(path)]),
  ]);
  for (const [index, name] of ['trends', 'a week'].entries()) {
    const [one = 0, many = 0] = times.slice(index * 2);
    const told = `p50 ${one.toFixed(1)} ms, minimal page ${minimal.toFixed(1)} ms`;
    atMost(`${name} after a year, one request after another: ${told}`, one / minimal, 3, 'x');
    atMost(`${name} after 50 years, against after a year`, many / one, 1.25, 'x');
  }
  const [short = 0, long = 0] = await sequentialP50([inFifty(closesUpTo(today, 1)), inFifty(closesUpTo(today, 50))]);
  atMost(
    `50 years of weekly closes: ${long.toFixed(1)} ms, one year of them ${short.toFixed(1)} ms`,
    long / short,
    2,
    'x',
  );
  const read = [await bytesRead(year, today), await bytesRead(fifty, today)] as const;
  atMost('data read for trends after 50 years, against after a year', read[1] / read[0], 2, 'x');
  await benchTargets(atMost, fifty, inFifty);
  await benchVisit(atMost, inYear('/trends'));
}

/** As many as can be set, of every metric: judged once for each state of the history. */
async function benchTargets(atMost: Judge, app: App, inFifty: Visitor): Promise<void> {
  const page = inFifty('/api/v1/targets?limit=50');
  const headers = { cookie: page.cookie, origin: app.url, 'content-type': 'application/json' };
  const by = addDays(dayIn(new Date(), 'UTC'), 60);
  for (let one = 0; one < 50; one++) {
    const metric = metricIds[one % metricIds.length] ?? 'adoption';
    const body = JSON.stringify({ metric, value: metrics[metric].base === null ? 1_000_000 + one : 0.999, by });
    await fetch(`${app.url}/api/v1/targets`, { method: 'POST', headers, body });
  }
  const [took = 0] = await sequentialP50([page]);
  const { data } = (await (await fetch(page.url, { headers })).json()) as { data: unknown[] };
  atMost(`${data.length} targets after 50 years by API, one request after another: p50`, took, 10, ' ms');
}

async function benchVisit(atMost: Judge, page: Page): Promise<void> {
  const visit = await firstVisit(page);
  atMost('first visit of trends, JavaScript gzip', visit.scriptKb, 270, ' kB');
  atMost('first visit of trends, layout shift', visit.shift, 0.01);
  const paints = await largestPaints(page);
  const told = `${paints.whole.toFixed(0)} ms, without chart.js ${paints.bare.toFixed(0)} ms`;
  atMost(`first visit of trends, largest paint: ${told}`, paints.whole / paints.bare, 1.1, 'x');
}

type Visitor = (path: string) => Page;

async function visitorOf({ url }: App): Promise<Visitor> {
  const cookie = await sessionCookie(url, cast.ada.email, castPassword);
  return (path) => ({ url: `${url}${path}`, cookie });
}

const closesUpTo = (today: Day, years: number): string =>
  `/api/v1/trends?metric=adoption&interval=week&compare=previous&from=${addDays(today, -365 * years)}&to=${today}`;

// More than answers are remembered, so that asked in turn none is at hand.
const periods = 130;

/** What the warm process reads a request. */
async function bytesRead(app: App, today: Day): Promise<number> {
  const visitor = await visitorOf(app);
  const askAll = async () => {
    for (let daysAgo = 0; daysAgo < periods; daysAgo++) {
      const [from, to] = [addDays(today, -daysAgo - 83), addDays(today, -daysAgo)];
      const { url, cookie } = visitor(`/trends?period=dates&from=${from}&to=${to}`);
      await fetch(url, { headers: { cookie } }).then((answer) => answer.text());
    }
  };
  await askAll();
  const passes: number[] = [];
  // A write of the process itself, such as a session's last visit, makes SQLite read everything again: not in each pass.
  for (let pass = 0; pass < 3; pass++) {
    const before = readSoFar(app.pid());
    await askAll();
    passes.push((readSoFar(app.pid()) - before) / periods);
  }
  return Math.min(...passes);
}

/** Everything that came through a read, from files and the network alike; Linux only. */
const readSoFar = (pid: number): number =>
  Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? Number.NaN);
