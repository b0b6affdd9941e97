import type { Metadata } from 'next';
import { mayOf } from '@/lib/domain/roles';
import { viewOverview } from '@/lib/services/overview/view-overview';
import { viewWatchlist } from '@/lib/services/overview/view-watchlist';
import { longDay, weekdayAndMonth } from '@/lib/views/words/numbers';
import { PendingHatch } from '../_charts/bar';
import { valueOrRefuse } from '../_doors/answer/value-or-refuse';
import { enter } from '../_doors/enter/enter';
import { PageHead } from '../_ui/page-head';
import { StaticHtml } from '../_ui/static-html';
import { firstSteps } from './_overview/first-steps';
import { GettingStarted } from './_overview/getting-started';
import { NothingYet } from './_overview/nothing-yet';
import { overviewPanels } from './_overview/overview-panels';
import { signedInPage } from './_parts/signed-in-page';
import './_overview/overview.css';

export const metadata: Metadata = { title: 'Overview' };

export default signedInPage(OverviewPage);

async function OverviewPage() {
  const ctx = await enter();
  const [view, watched] = [valueOrRefuse(await viewOverview(ctx, {})), valueOrRefuse(await viewWatchlist(ctx, {}))];
  if (view.kind === 'no-connection' || view.kind === 'never-succeeded') {
    const may = mayOf(ctx.actor);
    return (
      <>
        <PageHead title="Overview" sub={longDay(view.today)} />
        <div className="over">
          <NothingYet view={view} may={may} />
          <GettingStarted steps={firstSteps(view)} may={may} />
        </div>
      </>
    );
  }
  const { numbers } = view;
  const { captureTime } = ctx.organisation;
  return (
    <>
      <PendingHatch />
      <PageHead
        title="Overview"
        sub={`${longDay(numbers.day)}${view.kind === 'first-day' ? ', first day' : numbers.against ? `, against ${weekdayAndMonth(numbers.against, numbers.day)}` : ''}`}
      />
      <StaticHtml className="over" html={await overviewPanels(ctx, { view, watched, captureTime })} />
    </>
  );
}
