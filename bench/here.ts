import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { cast, castPassword } from '../demo/cast';
import { startFakeEnpass } from '../demo/fake-enpass/server';
import { type App, startApp } from '../tests/support/app';
import { coldStart } from './cold-start';
import { exportCost } from './export';
import { firstVisit } from './first-visit';
import { importCost } from './import';
import { importBeside, worstRefusal } from './import-beside';
import { machine, machineWords } from './machine';
import { type Page, requestsPerSecond, sequentialP50 } from './requests';
import { residentMb } from './resident';
import { sessionCookie } from './session';
import { startMinimal } from './start-minimal';
import { strangersCost } from './strangers';
import { betweenMarks, newSheet, type Sheet, tableOf } from './table';
import { benchTrendsAndWeeks } from './trends-and-weeks';

/** Measures this commit against a minimal page and other yardsticks of the same run. */
export async function benchHere({ readme }: { readme: boolean }): Promise<void> {
  const sheet = newSheet();
  const fake = await startFakeEnpass();
  const start = (days: number) =>
    startApp({
      fake,
      seed: { days, password: castPassword },
      env: { LOG_LEVEL: 'warn', REFRESH_PER_MINUTE: '100000', API_PER_MINUTE: '1000000' },
    });
  const year = await start(365);
  const minimal = await startMinimal();
  await benchStart(sheet, year);
  await benchStrangers(sheet, year);
  await benchOverview(sheet, year, minimal.url);
  const fifty = await start(18_250);
  await benchTrendsAndWeeks(sheet.atMost, { year, fifty, minimalUrl: minimal.url });
  await benchExport(sheet, fifty);
  const few = await start(2);
  await benchImportBeside(sheet, few);
  await few.end();
  await Promise.all([year.end(), fifty.end(), minimal.end(), fake.close()]);
  await benchImport(sheet, 18_250);
  report(sheet, readme);
}

async function benchStart({ atMost }: Sheet, app: App): Promise<void> {
  const { seconds, bareSeconds } = await coldStart(app);
  const told = `${seconds.toFixed(2)} s, bare node:http server ${bareSeconds.toFixed(3)} s`;
  atMost(`cold start to first page, built and migrated: ${told}`, seconds / bareSeconds, 14, 'x');
  const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
  await app.stop();
  await app.start();
  await fetch(app.url, { headers: { cookie } }).then((answer) => answer.text());
  await wait(10_000);
  atMost('server idle after one page, resident memory', residentMb(app.pid()), 220, ' MB');
}

async function benchStrangers({ atMost }: Sheet, app: App): Promise<void> {
  const { extraMb, slowestMs } = await strangersCost(app);
  atMost('30 strangers send 12 MB each at once: memory beyond the server’s own', extraMb, 40, ' MB');
  atMost('meanwhile, the longest wait for `live`', slowestMs, 250, ' ms');
}

async function benchOverview({ atMost, atLeast }: Sheet, app: App, minimalUrl: string): Promise<void> {
  const overview: Page = { url: app.url, cookie: await sessionCookie(app.url, cast.ada.email, castPassword) };
  const pages = [overview, { url: minimalUrl, cookie: '' }];
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
  const visit = await firstVisit(overview);
  atMost('first visit, JavaScript gzip', visit.scriptKb, 200, ' kB');
  atMost('first visit, everything gzip', visit.totalKb, 260, ' kB');
  atMost('first visit, requests', visit.requests, 18);
  atMost('first visit, layout shift', visit.shift, 0.01);
}

async function benchExport({ atMost }: Sheet, app: App): Promise<void> {
  const { seconds, bareSeconds, extraMb, days } = await exportCost(app);
  const told = `${seconds.toFixed(2)} s, the same bytes from memory ${bareSeconds.toFixed(3)} s`;
  atMost(`CSV of ${days.toLocaleString('en-GB')} days: ${told}`, seconds / bareSeconds, 100, 'x');
  atMost('memory that CSV took beyond the server’s own', extraMb, 50, ' MB');
}

async function benchImport({ atMost }: Sheet, days: number): Promise<void> {
  const { seconds, rawSeconds } = await importCost(days);
  const told = `${seconds.toFixed(2)} s, raw inserts of the same rows ${rawSeconds.toFixed(2)} s`;
  atMost(`import of ${days.toLocaleString('en-GB')} days: ${told}`, seconds / rawSeconds, 8, 'x');
}

async function benchImportBeside({ atMost }: Sheet, app: App): Promise<void> {
  const days = 18_250;
  const { seconds, medianMs, slowestMs, extraMb } = await importBeside(app, days);
  const told = `${days.toLocaleString('en-GB')} days imported by a server in ${seconds.toFixed(2)} s`;
  atMost(`${told}: its \`live\` meanwhile, median`, medianMs, 50, ' ms');
  atMost('that `live`, slowest', slowestMs, 250, ' ms');
  atMost('memory that import took beyond the server’s own', extraMb, 60, ' MB');
  const worst = await worstRefusal(app);
  atMost(`the worst 8 MB file, ${worst.of}, refused`, worst.seconds, 2, ' s');
}

function report({ rows }: Sheet, readme: boolean): void {
  const table = tableOf(rows);
  console.log(table);
  writeFileSync('bench/results.json', `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  if (readme)
    writeFileSync('README.md', betweenMarks(readFileSync('README.md', 'utf8'), `${table}\n\n${machineWords}`));
}
