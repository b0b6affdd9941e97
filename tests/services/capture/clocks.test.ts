import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Day, TimeZone } from '@/lib/domain/day';
import type { Actor } from '@/lib/domain/roles';
import { captureDueSnapshot } from '@/lib/services/capture/capture-due-snapshot';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { viewCapturedDays } from '@/lib/services/capture/view-captured-days';
import { viewRuns } from '@/lib/services/capture/view-runs';
import { testConnection } from '@/lib/services/connection/test-connection';
import { contextFor } from '@/lib/services/context';
import { saveOrganisation } from '@/lib/services/organisation/save-organisation';
import { viewOverview } from '@/lib/services/overview/view-overview';
import { listSnapshots } from '@/lib/services/snapshots/list-snapshots';
import { readFreshness } from '@/lib/services/snapshots/parts/read-freshness';
import { exportHistory } from '@/lib/services/transfer/export-history';
import { compareDays } from '@/lib/services/trends/compare-days';
import { viewTrends } from '@/lib/services/trends/view-trends';
import { readWeekSheet } from '@/lib/services/weeks/parts/read-week';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import type { ModeName } from '../../../demo/fake-enpass/modes';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { asAda, worldPerTest } from '../../support/world';

const clockTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const olga = () => small.as(signedIn(cast.olga));
  const beat = () => captureDueSnapshot(small.as(scheduler), {});
  const byHand = (mode: ModeName = 'good') => {
    small.enpass.setMode(mode);
    return refreshSnapshot(olga(), { trigger: 'manual' });
  };
  const on = (day: Day) => small.world.store.snapshots.on('first', day);
  const readings = () => small.world.store.readings.page('first', 0, 100);
  const verified = async () => (await small.world.archive.verify()).broken;
  const gaps = async () => {
    const page = await listSnapshots(olga(), {});
    return page.ok ? page.value.gaps.map(({ day, reason }) => `${day} ${reason}`) : [];
  };

  test('clocks more than ten minutes apart are a note on the snapshot, with both instants', async () => {
    expect(await byHand('clock-hours-behind')).toMatchObject({ ok: true });
    const page = await listSnapshots(olga(), {});
    expect(page).toMatchObject({
      value: {
        snapshots: [{ answerDate: new Date('2026-11-23T04:00:00Z'), takenAt: new Date('2026-11-23T09:00:00Z') }],
      },
    });
    expect(await verified()).toEqual([]);
  });

  test.each(['good', 'no-date', 'odd-date'] as const)('with %s there is nothing to note', async (mode) => {
    expect(await byHand(mode)).toMatchObject({ ok: true });
    expect(await on('2026-11-23')).toMatchObject({ answerDate: mode === 'good' ? small.clock.now() : null });
    expect(await verified()).toEqual([]);
  });

  test.each([
    ['clock-days-behind', '2026-11-21', '2 days ahead'],
    ['clock-days-ahead', '2026-11-26', '3 days behind'],
  ] as const)(
    '%s: the answer is kept as a reading, no day gets a snapshot, the run says why',
    async (mode, day, detail) => {
      const failure = { kind: 'clock-off', detail, status: null };
      expect(await byHand(mode)).toMatchObject({ failure: { run: { outcome: 'failed', failure } } });
      expect(await on('2026-11-23')).toBeNull();
      expect(await on(day)).toBeNull();
      expect(await readings()).toMatchObject([{ source: 'manual' }]);
      expect(await verified()).toEqual([]);
    },
  );

  test('what is off does not replace the day’s good snapshot, and the chain goes on', async () => {
    await byHand();
    small.clock.forward(60_000);
    await byHand('clock-days-behind');
    expect((await on('2026-11-23'))?.takenAt).toEqual(new Date('2026-11-23T09:00:00Z'));
    small.clock.forward(60_000);
    await byHand();
    expect(await readings()).toHaveLength(3);
    expect(await verified()).toEqual([]);
  });

  test('the day is tried again like after any failure, not every minute', async () => {
    small.enpass.setMode('clock-days-behind');
    await beat();
    small.clock.forward(60_000);
    await beat();
    expect(small.enpass.requests).toHaveLength(1);
    small.enpass.setMode('good');
    small.clock.forward(5 * 60_000);
    await beat();
    expect(await on('2026-11-23')).toMatchObject({ source: 'scheduled' });
  });

  test('calendar and gaps name it on both days that may have lost their snapshot', async () => {
    small.clock.set('2026-11-19T09:00:00Z');
    await byHand();
    small.clock.set('2026-11-22T09:00:00Z');
    await byHand('clock-days-behind');
    small.clock.set('2026-11-23T09:00:00Z');
    expect(await gaps()).toEqual(['2026-11-20 clock-off', '2026-11-21 not-running', '2026-11-22 clock-off']);
    const seen = await viewRuns(olga(), {});
    const cells = seen.ok ? seen.value.calendar.flat().filter((cell) => cell?.reason?.reason === 'clock-off') : [];
    expect(cells.map((cell) => cell?.day)).toEqual(['2026-11-20', '2026-11-22']);
    const found = async (day: Day) => succeeded(await viewRuns(olga(), { from: day, to: day })).history;
    expect(await found('2026-11-20')).toMatchObject({ total: 1, runs: [{ day: '2026-11-22' }] });
    expect(await found('2026-11-22')).toMatchObject({ total: 1, runs: [{ day: '2026-11-22' }] });
    expect(await found('2026-11-21')).toMatchObject({ total: 0 });
  });

  test('the connection test says it, too, and that everything else is right', async () => {
    small.enpass.setMode('clock-days-behind');
    const tested = await testConnection(asAda(small), {});
    expect(tested).toMatchObject({ value: { ok: false, failure: { kind: 'clock-off', detail: '2 days ahead' } } });
    const steps = tested.ok ? tested.value.steps.map(({ outcome }) => outcome) : [];
    expect(steps.filter((outcome) => outcome === 'failed')).toEqual([]);
    expect(await readings()).toEqual([]);
  });

  test('a day whose reading was taken before it began is asked again when it has begun, and not each minute until then', async () => {
    small.clock.set('2026-11-23T05:00:00Z');
    await byHand();
    // At 21:00 in Berlin a clock that runs five hours ahead says 02:00 of the next day.
    small.clock.set('2026-11-24T01:00:00Z');
    await byHand('clock-hours-behind');
    expect(await on('2026-11-24')).toMatchObject({ takenBefore: new Date('2026-11-23T20:00:00Z') });
    small.clock.set('2026-11-24T03:59:00Z');
    await beat();
    expect(small.enpass.requests).toHaveLength(2);
    expect((await readFreshness(olga())).freshness).toMatchObject({ kind: 'not-due' });
    small.clock.set('2026-11-24T05:00:00Z');
    small.enpass.setMode('good');
    await beat();
    expect(small.enpass.requests).toHaveLength(3);
    expect(await on('2026-11-24')).toMatchObject({ takenBefore: null, source: 'scheduled' });
    expect(await verified()).toEqual([]);
  });

  test('a day that only a clock ahead of its time has captured is a gap with its reason', async () => {
    await byHand();
    small.clock.set('2026-11-24T01:00:00Z');
    await byHand('clock-hours-behind');
    small.clock.set('2026-11-25T09:00:00Z');
    expect(await gaps()).toEqual(['2026-11-24 clock-off']);
  });

  test('such a day is captured nowhere: not in coverage, lines, weekly closes, comparisons, weeks or files', async () => {
    await byHand();
    small.clock.set('2026-11-24T01:00:00Z');
    await byHand('clock-hours-behind');
    small.clock.set('2026-11-25T09:00:00Z');
    await byHand('good');
    const day = '2026-11-24';
    const gap = { from: day, to: day, days: 1, reason: 'clock-off', status: null };
    const counted = { possible: 3, captured: 2, missing: 1 };
    expect(succeeded(await viewOverview(olga(), {}))).toMatchObject({ coverage: counted, gaps: [gap] });
    expect(succeeded(await viewRuns(olga(), {}))).toMatchObject({ coverage: counted, gaps: [gap] });
    expect(succeeded(await viewCapturedDays(olga(), {}))).toMatchObject({ shown: { captured: 2 }, gaps: [gap] });
    const { lines, gaps } = succeeded(
      await viewTrends(olga(), { from: '2026-11-23', to: '2026-11-25', period: 'dates' }),
    );
    expect(lines[0]?.points.map(({ takenDay }) => takenDay)).toEqual(['2026-11-23', null, '2026-11-25']);
    expect(gaps).toEqual([gap]);
    const compared = succeeded(await compareDays(olga(), { from: '2026-11-23', to: day }));
    expect(compared.after.snapshot.day).toBe('2026-11-23');
    const { facts } = await readWeekSheet(olga(), '2026-W48');
    expect(facts.quality.gaps).toMatchObject([{ day, reason: 'clock-off' }]);
    const file = succeeded(await exportHistory(olga(), { format: 'xlsx' }));
    const pieces: Buffer[] = [];
    for await (const piece of file.pieces) pieces.push(Buffer.from(piece));
    const { sheets } = await readXlsx(Buffer.concat(pieces));
    const about = sheets.find(({ name }) => name === 'About')?.rows.map((row) => row.join(' ')) ?? [];
    expect(about.filter((row) => row.includes('clock'))).toHaveLength(1);
  });

  test('a week that has no other snapshot has no close, and the reason of its days', async () => {
    small.clock.set('2026-11-20T09:00:00Z');
    await byHand();
    small.clock.set('2026-11-24T01:00:00Z');
    await byHand('clock-hours-behind');
    small.clock.set('2026-12-01T09:00:00Z');
    await byHand('good');
    const { lines, gaps } = succeeded(await viewTrends(olga(), { period: '4w', interval: 'week' }));
    expect(lines[0]?.points.slice(-3).map(({ takenDay }) => takenDay)).toEqual(['2026-11-20', null, '2026-12-01']);
    expect(gaps.map(({ from, days, reason }) => [from, days, reason])).toEqual([
      ['2026-11-23', 1, 'not-running'],
      ['2026-11-24', 1, 'clock-off'],
      ['2026-11-25', 5, 'not-running'],
    ]);
  });

  test('a snapshot of a day to come, written by an earlier version, does not count once a right clock has shown it', async () => {
    small.clock.set('2026-11-26T09:00:00Z');
    await byHand('no-date');
    small.clock.set('2026-11-23T09:00:00Z');
    await byHand();
    expect(await on('2026-11-26')).toMatchObject({ takenBefore: new Date('2026-11-23T09:00:00Z') });
    small.clock.set('2026-11-26T09:00:00Z');
    await beat();
    expect(await on('2026-11-26')).toMatchObject({ source: 'scheduled', takenBefore: null });
    expect(small.enpass.requests).toHaveLength(3);
    expect(await verified()).toEqual([]);
  });

  test('a clock that fell behind accuses no other snapshot', async () => {
    await byHand();
    small.clock.set('2020-01-01T00:00:00Z');
    await byHand('no-date');
    expect(await on('2026-11-23')).toMatchObject({ takenBefore: null });
  });

  test('what is off survives backup and restore', async () => {
    await byHand();
    await byHand('clock-days-behind');
    const file = `${small.database.dataDir}/clocks.backup`;
    await small.world.archive.backup(file, { now: small.clock.now() });
    const by = { at: small.clock.now(), actorName: 'cli' };
    const how = { force: true, keepIn: small.database.dataDir, by };
    expect(await small.world.archive.restore(file, how)).toMatchObject({ ok: true });
    expect(await verified()).toEqual([]);
    expect(await readings()).toHaveLength(2);
  });

  const asStored = async (actor: Actor) => {
    const organisation = await small.world.store.organisations.byId('first');
    if (organisation === null) throw new Error('there is an organisation');
    return contextFor(small.world, { actor, organisation, network: null });
  };
  const moveTo = async (timeZone: TimeZone) =>
    saveOrganisation(await asStored(signedIn(cast.ada)), { name: 'Northwind', captureTime: '06:00', timeZone });

  test('a day that a change of the zone leapt over is named as that, and missed by nobody', async () => {
    await moveTo('Pacific/Pago_Pago');
    // There it is half past eleven at night on the 17th, and on Kiritimati half past midnight on the 19th.
    small.clock.set('2026-11-18T10:30:00Z');
    await moveTo('Pacific/Kiritimati');
    small.clock.set('2026-11-19T20:00:00Z');
    const ctx = await asStored(scheduler);
    await refreshSnapshot(ctx, { trigger: 'scheduled' });
    const listed = await listSnapshots(ctx, {});
    expect(listed.ok && listed.value.snapshots.map(({ day }) => day)).toEqual(['2026-11-17', '2026-11-20']);
    expect(listed.ok && listed.value.gaps).toEqual([
      { day: '2026-11-18', reason: 'zone-changed', status: null },
      { day: '2026-11-19', reason: 'not-running', status: null },
    ]);
    expect(await viewRuns(ctx, {})).toMatchObject({ value: { coverage: { possible: 3, captured: 2, missing: 1 } } });
    const year = succeeded(await viewCapturedDays(ctx, {}));
    expect(year.shown).toEqual({ year: 2026, captured: 2, missing: 1 });
    expect(year.gaps).toHaveLength(2);
  });
};

onEachDatabase(clockTests);
