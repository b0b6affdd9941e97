import { isCaptured } from '@/lib/domain/captured';
import { latestCredible } from '@/lib/domain/clock-skew';
import { type Day, dayIn } from '@/lib/domain/day';
import { isMissed } from '@/lib/domain/gap';
import type { Measure } from '@/lib/views/exports/prometheus';
import type { Context, World } from '../../context';
import { findGaps } from '../../snapshots/parts/find-gaps';

/** What an operator's monitoring wants to know of the history. It asks in nobody's name, so it is no service: the door asks for METRICS_TOKEN. */
export async function measureHistory({
  store,
  clock,
  archive,
}: Pick<World, 'store' | 'clock' | 'archive'>): Promise<Measure[]> {
  const organisation = await store.organisations.first();
  if (organisation === null) return [];
  const { id, timeZone } = organisation;
  const [extent, latest, runs, lastRun, lastEnded, missed, { heads }] = await Promise.all([
    store.snapshots.extent(id),
    store.snapshots.latest(id, latestCredible(clock.now())),
    store.runs.count(id),
    store.runs.latest(id),
    store.runs.latestEnded(id),
    missedDays({ store, organisation }, dayIn(clock.now(), timeZone)),
    archive.heads(clock.now()),
  ]);
  const seconds = (instant: Date | null | undefined) => (instant == null ? null : instant.getTime() / 1000);
  return [
    { name: 'adoption_snapshots', help: 'Days with a snapshot', value: extent?.count ?? 0 },
    {
      name: 'adoption_snapshot_today',
      help: '1 when today has its snapshot',
      value: latest?.day === dayIn(clock.now(), timeZone) && isCaptured(latest) ? 1 : 0,
    },
    {
      name: 'adoption_last_snapshot_timestamp_seconds',
      help: 'When the newest snapshot was taken',
      value: seconds(latest?.takenAt),
    },
    { name: 'adoption_gap_days', help: 'Days since the first snapshot that were missed', value: missed },
    { name: 'adoption_runs_total', help: 'Refresh runs so far', value: runs },
    {
      name: 'adoption_last_run_succeeded',
      help: '1 when the newest finished run succeeded',
      value: lastEnded === null ? null : Number(lastEnded.outcome === 'succeeded'),
    },
    {
      name: 'adoption_last_run_timestamp_seconds',
      help: 'When the newest run began',
      value: seconds(lastRun?.startedAt),
    },
    ...Object.entries(heads).map(([chain, { length }]) => ({
      name: 'adoption_chain_length',
      help: 'Rows of a chain, which only ever grow',
      label: { name: 'chain', value: chain },
      value: length,
    })),
  ];
}

/** As the page's gaps: today is not over, and a day that the zone lost was missed by nobody. */
async function missedDays(ctx: Pick<Context, 'store' | 'organisation'>, today: Day): Promise<number> {
  const first = await ctx.store.snapshots.firstDay(ctx.organisation.id);
  if (first === null) return 0;
  const days = await ctx.store.snapshots.days(ctx.organisation.id, { from: first, to: today });
  const gaps = await findGaps(ctx, { captured: days.map(({ day }) => day), first, since: first, today });
  return gaps.days.filter(isMissed).length;
}
