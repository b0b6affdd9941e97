import type { Metadata } from 'next';
import { byUrgency } from '@/lib/domain/attention';
import { type Seen, viewOverview } from '@/lib/services/view-overview';
import { viewWatched } from '@/lib/services/view-watched';
import { targetInHeadline } from '@/lib/views/headline-target';
import { oncePer } from '@/lib/views/once-per';
import { longDay, weekdayAndMonth } from '@/lib/views/words';
import { PendingHatch } from '../_charts/bar';
import { enter } from '../_doors/enter';
import { shown } from '../_doors/shown';
import { PageHead } from '../_ui/page-head';
import { AttentionList } from './_overview/attention-list';
import { Features } from './_overview/features';
import { firstSteps } from './_overview/first-steps';
import { GettingStarted } from './_overview/getting-started';
import { Headline } from './_overview/headline';
import { Journey } from './_overview/journey';
import { Licences } from './_overview/licences';
import { LineToCome } from './_overview/line-to-come';
import { NothingYet } from './_overview/nothing-yet';
import { SnapshotPanel } from './_overview/snapshot-panel';
import { framedPage } from './_parts/framed-page';

export const metadata: Metadata = { title: 'Overview' };

export default framedPage(OverviewPage);

async function OverviewPage() {
  const ctx = await enter();
  const [view, watched] = [shown(await viewOverview(ctx, {})), shown(await viewWatched(ctx, {}))];
  const { actor, organisation } = ctx;
  if (view.kind === 'no-connection' || view.kind === 'never-succeeded') {
    return (
      <>
        <PageHead title="Overview" sub={longDay(view.today)} />
        <div className="over">
          <NothingYet view={view} actor={actor} />
          <GettingStarted steps={firstSteps(view)} actor={actor} />
        </div>
      </>
    );
  }
  const { numbers, here } = view;
  const attention = byUrgency(view.attention, watched.attention);
  const headline = watched.headline && drawn(watched.headline)(view);
  return (
    <>
      <PendingHatch />
      <PageHead
        title="Overview"
        sub={`${longDay(numbers.day)}${view.kind === 'first-day' ? ', first day' : numbers.against ? `, against ${weekdayAndMonth(numbers.against)}` : ''}`}
      />
      <div className="over">
        <div className="stack">
          <Headline
            numbers={headline?.charts ? { ...numbers, chart: headline.charts } : numbers}
            target={headline}
            instead={<LineToCome numbers={numbers} captureTime={organisation.captureTime} actor={actor} />}
          />
          <Journey numbers={numbers} />
          <Features numbers={numbers} />
        </div>
        <div className="stack">
          {attention.length > 0 && <AttentionList items={attention} actor={actor} here={here} />}
          {view.kind === 'first-day' && <GettingStarted steps={firstSteps(view)} actor={actor} />}
          <SnapshotPanel seen={view} actor={actor} here={here} />
          {view.kind === 'running' && <Licences licences={numbers.licences} />}
        </div>
      </div>
    </>
  );
}

// Both live as long as the history stays as it is, and two charts are drawn of them.
const drawn = oncePer((watched: Parameters<typeof targetInHeadline>[0]) =>
  oncePer(({ gaps, today }: Seen & { today: string }) => targetInHeadline(watched, gaps, today)),
);
