import '../_parts/choices.css';
import type { Metadata } from 'next';
import { earlierOf } from '@/lib/domain/day';
import { lengthInDays } from '@/lib/domain/period';
import { actorMay } from '@/lib/domain/roles';
import { mostPoints } from '@/lib/domain/trend-span';
import { listViews } from '@/lib/services/views/list-views';
import type { Params } from '@/lib/views/trends/address';
import { stateOf } from '@/lib/views/trends/address';
import { periodWords } from '@/lib/views/trends/trend-notes';
import { knowsPrevious } from '@/lib/views/trends/trend-spec';
import { setStatus } from '@/server/response-status';
import { TrendChart } from '../../_charts/trend-chart';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { PageHead } from '../../_ui/page-head';
import { Panel } from '../../_ui/panel';
import { StaticHtml } from '../../_ui/static-html';
import { signedInPage } from '../_parts/signed-in-page';
import { Actions } from './_parts/actions';
import { askTrends } from './_parts/ask-trends';
import { Controls } from './_parts/controls';
import { DataTableToggle } from './_parts/data-table-toggle';
import { NoHistory } from './_parts/no-history';
import { NoSuchTrends } from './_parts/no-such-trends';
import { type TrendsView, trendsView } from './_parts/trends-view';
import './trends.css';

export const metadata: Metadata = { title: 'Trends' };

type Props = { searchParams: Promise<Params> };

export default signedInPage(TrendsPage);

async function TrendsPage({ searchParams }: Props) {
  const ctx = await enter();
  const { actor, organisation } = ctx;
  const params = await searchParams;
  const [{ asked, result }, saved] = await Promise.all([askTrends(params), listViews(ctx, {})]);
  if (!result.ok && result.failure.kind === 'invalid-input') {
    setStatus(404);
    return <NoSuchTrends params={params} problems={result.failure.errors} />;
  }
  const trends = valueOrRefuse(result);
  const state = stateOf(trends.asked.ids, asked);
  const views = valueOrRefuse(saved);
  const period = periodWords(trends);
  const view = await trendsView(ctx, { trends, state, organisation: organisation.name, period });
  const mayAnnotate = actorMay(actor, 'annotation:write');
  return (
    <>
      <PageHead title="Trends" sub={period}>
        {trends.first !== null && (
          <Actions
            {...{ state, views, mayAnnotate }}
            lines={view.lines}
            span={{ from: trends.period.from, to: earlierOf(trends.period.to, trends.today) }}
            today={trends.today}
            wordsText={view.wordsText}
          />
        )}
      </PageHead>
      <section className="panel" aria-label={`${view.lines.map(({ name }) => name).join(', ')} over time`}>
        <Controls
          state={state}
          menu={view.menu}
          interval={trends.interval}
          period={trends.period}
          today={trends.today}
          may={{
            daily: lengthInDays(trends.span) <= mostPoints,
            previous: trends.previousPeriod === null || knowsPrevious(trends),
            target: trends.targets.length > 0,
          }}
        />
        {trends.first === null ? (
          <NoHistory />
        ) : (
          <>
            <TrendChart specText={view.specText} drawn={view.drawn} state={state} mayAnnotate={mayAnnotate} />
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `staticHtml` made it, and React escaped what was put in. */}
            <dl className="facts" dangerouslySetInnerHTML={{ __html: view.facts }} />
            <DataTableToggle label={`Table: ${view.title}`} table={view.table} />
          </>
        )}
      </section>
      {trends.first !== null && <Beside {...view} />}
    </>
  );
}

/** The weeks of the picture, and what to know beside it. */
const Beside = ({ closes, notes }: Pick<TrendsView, 'closes' | 'notes'>) => (
  <div className="two">
    {closes !== null && (
      <Panel id="closes" title="Weekly close" sub="Last snapshot of each week">
        <StaticHtml className="body" html={closes} />
      </Panel>
    )}
    <Panel id="notes" title="Read beside the line">
      <StaticHtml html={notes} />
    </Panel>
  </div>
);
