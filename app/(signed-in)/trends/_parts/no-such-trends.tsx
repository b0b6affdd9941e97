import { metricsIn } from '@/lib/views/trends/address';
import { BadAddress } from '../../../_ui/bad-address';
import { PageHead } from '../../../_ui/page-head';
import { askTrendsOfAddress } from './ask-trends';

const labels = {
  metric: 'Metric',
  period: 'Period',
  from: 'From',
  to: 'To',
  interval: 'Points',
  compare: 'Compare',
  show: 'Show',
};

/** An address that cannot be shown: what is wrong with it, and a way on. */
export async function NoSuchTrends() {
  const { params, result } = await askTrendsOfAddress();
  if (result.ok || result.failure.kind !== 'invalid-input') return null;
  const [kept] = metricsIn(params);
  return (
    <>
      <PageHead title="Trends" />
      <BadAddress
        title="This address asks for something that cannot be drawn."
        given={params}
        problems={result.failure.errors}
        labels={labels}
        way={kept ? `/trends?metric=${kept}` : '/trends'}
        wayWords={kept ? 'Show the last 12 weeks' : 'Show adoption, the last 12 weeks'}
      />
    </>
  );
}
