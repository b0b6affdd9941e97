import type { Metadata } from 'next';
import { viewOverview } from '@/lib/services/overview/view-overview';
import { viewWatchlist } from '@/lib/services/overview/view-watchlist';
import { longDay, weekdayAndMonth } from '@/lib/views/words/numbers';
import { PendingHatch } from '../_charts/bar';
import { valueOrRefuse } from '../_doors/answer/value-or-refuse';
import { enter } from '../_doors/enter/enter';
import { PageHead } from '../_ui/page-head';
import { Still } from '../_ui/still';
import { firstSteps } from './_overview/first-steps';
import { GettingStarted } from './_overview/getting-started';
import { NothingYet } from './_overview/nothing-yet';
import { overviewBody } from './_overview/overview-panels';
import { signedInPage } from './_parts/signed-in-page';

export const metadata: Metadata = { title: 'Overview' };

export default signedInPage(OverviewPage);

async function OverviewPage() {
  const ctx = await enter();
  const [view, watched] = [valueOrRefuse(await viewOverview(ctx, {})), valueOrRefuse(await viewWatchlist(ctx, {}))];
  const { actor } = ctx;
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
  const { numbers } = view;
  return (
    <>
      <PendingHatch />
      <PageHead
        title="Overview"
        sub={`${longDay(numbers.day)}${view.kind === 'first-day' ? ', first day' : numbers.against ? `, against ${weekdayAndMonth(numbers.against)}` : ''}`}
      />
      <Still className="over" inside={overviewBody(view, watched, ctx)} />
    </>
  );
}
