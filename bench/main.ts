import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { cast, castPassword } from '../demo/cast';
import { startFakeEnpass } from '../demo/fake-enpass/server';
import { type App, startApp } from '../tests/support/app';
import { exportCost, residentMb } from './export';
import { firstVisit } from './first-visit';
import { importSeconds } from './import';
import { benchInsight } from './insight';
import { median, requestsPerSecond, sequentialP50 } from './requests';
import { sessionCookie } from './session';
import { startMinimal } from './start-minimal';

type Row = {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
};

const rows: Row[] = [];
const atMost = (measure: string, value: number, limit: number, unit = '') =>
  rows.push({ measure, value, unit, aim: `<= ${limit}${unit}`, met: value <= limit });
const atLeast = (measure: string, value: number, limit: number, unit = '') =>
  rows.push({ measure, value, unit, aim: `>= ${limit}${unit}`, met: value >= limit });

const fake = await startFakeEnpass();
const start = (days: number) =>
  startApp({
    fake,
    seed: { days, password: castPassword },
    env: { LOG_LEVEL: 'warn', REFRESH_PER_MINUTE: '100000', API_PER_MINUTE: '1000000' },
  });
const app = await start(365);
const minimal = await startMinimal();

atMost('cold start to first page, built and migrated', await coldStart(app), 1.5, ' s');
await wait(10_000);
atMost('server idle, resident memory', residentMb(app.pid()), 220, ' MB');

const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
const pages = [
  { url: app.url, cookie },
  { url: minimal.url, cookie: '' },
];
const [overviewMs = 0, minimalMs = 0] = await sequentialP50(pages);
atMost(
  `overview after a year, one request after another: p50 ${overviewMs.toFixed(1)} ms, minimal page ${minimalMs.toFixed(1)} ms`,
  overviewMs / minimalMs,
  2.5,
  'x',
);
const [overviewRate = 0, minimalRate = 0] = await requestsPerSecond(pages);
atLeast(
  `overview, 8 connections: ${overviewRate.toFixed(0)} requests/s, minimal page ${minimalRate.toFixed(0)}`,
  overviewRate / minimalRate,
  0.4,
  'x',
);

const visit = await firstVisit({ url: app.url, cookie });
atMost('first visit, JavaScript gzip', visit.scriptKb, 200, ' kB');
atMost('first visit, everything gzip', visit.totalKb, 260, ' kB');
atMost('first visit, requests', visit.requests, 18);
atMost('first visit, layout shift', visit.shift, 0.01);

const fifty = await start(18_250);
await benchInsight(atMost, { year: app, fifty, minimalUrl: minimal.url });
const { seconds, extraMb, days } = await exportCost(fifty);
atMost(`CSV of ${days.toLocaleString('en-GB')} days`, seconds, 1, ' s');
atMost('memory that CSV took beyond the server’s own', extraMb, 50, ' MB');
await Promise.all([app.end(), fifty.end(), minimal.end(), fake.close()]);
atMost('import of 18,250 days', await importSeconds(18_250), 2, ' s');

report();

/** The median of five starts on a database that is there, until the sign-in page has arrived. */
async function coldStart({ stop, start, url }: App): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < 5; time++) {
    await stop();
    const begun = performance.now();
    await start();
    await fetch(`${url}/sign-in`).then((answer) => answer.text());
    seconds.push((performance.now() - begun) / 1000);
  }
  return median(seconds);
}

function report(): void {
  const figure = ({ value, unit }: Row) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)}${unit}`;
  const lines = rows.map((row) => `| ${row.measure} | ${figure(row)} | ${row.aim} | ${row.met ? 'yes' : 'NO'} |`);
  const table = ['| measure | value | aim | met |', '|---|---|---|---|', ...lines].join('\n');
  console.log(table);
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  writeFileSync('bench/results.json', `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  if (process.argv.includes('--readme'))
    intoReadme(`${table}\n\n${machine.model}, ${machine.processors} cores, Node ${machine.node}.`);
}

function intoReadme(text: string): void {
  const readme = readFileSync('README.md', 'utf8');
  const [before = '', rest = ''] = readme.split('<!-- bench -->');
  const [, after = ''] = rest.split('<!-- /bench -->');
  writeFileSync('README.md', `${before}<!-- bench -->\n${text}\n<!-- /bench -->${after}`);
}
