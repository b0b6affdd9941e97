import type { Metadata } from 'next';
import { lengthInDays } from '@/lib/domain/period';
import { mostPoints } from '@/lib/domain/trend-span';
import type { Params } from '@/lib/views/trends/address';
import { stateOf } from '@/lib/views/trends/address';
import { trendFacts } from '@/lib/views/trends/trend-facts';
import { metricMenu } from '@/lib/views/trends/trend-menu';
import { periodWords, trendNotes } from '@/lib/views/trends/trend-notes';
import { knowsPrevious, lengthWords, trendSpec } from '@/lib/views/trends/trend-spec';
import { trendTable } from '@/lib/views/trends/trend-table';
import { weekCloses } from '@/lib/views/trends/week-closes';
import { TrendChart } from '../../_charts/trend-chart';
import { enter } from '../../_doors/enter';
import { shown } from '../../_doors/shown';
import { PageHead } from '../../_ui/page-head';
import { framedPage } from '../_parts/framed-page';
import { Actions } from './_parts/actions';
import { askTrends } from './_parts/ask-trends';
import { Closes } from './_parts/closes';
import { Controls } from './_parts/controls';
import { Facts } from './_parts/facts';
import { NoHistory } from './_parts/no-history';
import { Notes } from './_parts/notes';
import { Twin } from './_parts/twin';

export const metadata: Metadata = { title: 'Trends' };

type Props = { searchParams: Promise<Params> };

export default framedPage(TrendsPage);

async function TrendsPage({ searchParams }: Props) {
  const organisation = (await enter()).organisation.name;
  const { asked, result } = await askTrends(await searchParams);
  const trends = shown(result);
  const state = stateOf(trends.asked.ids, asked);
  const spec = trendSpec(trends, state.layers);
  const closes = weekCloses(spec);
  const period = periodWords(trends);
  return (
    <>
      <PageHead title="Trends" sub={period}>
        {trends.first !== null && <Actions {...{ state, spec, organisation }} period={trends.period} words={period} />}
      </PageHead>
      <section className="panel" aria-label={`${spec.lines.map(({ name }) => name).join(', ')} over time`}>
        <Controls
          state={state}
          menu={metricMenu(state)}
          interval={trends.interval}
          period={trends.period}
          today={trends.today}
          may={{
            daily: lengthInDays(trends.period) <= mostPoints,
            previous: trends.previousPeriod === null || knowsPrevious(trends),
            target: trends.targets.length > 0,
          }}
        />
        {trends.first === null ? (
          <NoHistory />
        ) : (
          <>
            <TrendChart spec={spec} />
            <Facts facts={trendFacts(spec, trends.outlooks, lengthWords(trends.period, state.period))} />
            <Twin table={trendTable(spec)} title={spec.title} />
          </>
        )}
      </section>
      {trends.first !== null && (
        <div className="two">
          {closes && <Closes closes={closes} />}
          <Notes notes={trendNotes(trends, spec, state.layers)} />
        </div>
      )}
    </>
  );
}
