import type { FieldError } from '@/lib/services/service';
import { trendsPath } from '@/lib/views/paths';
import { metricsIn, type Params } from '@/lib/views/trends/address';
import { BadAddress } from '../../../_ui/bad-address';
import { PageHead } from '../../../_ui/page-head';

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
export function NoSuchTrends({ params, problems }: { params: Params; problems: readonly FieldError[] }) {
  const [kept] = metricsIn(params);
  return (
    <>
      <PageHead title="Trends" />
      <BadAddress
        title="This address asks for something that cannot be drawn."
        given={params}
        problems={problems}
        labels={labels}
        way={trendsPath({ metric: kept ?? 'adoption', period: '12w' })}
        wayWords={kept ? 'Show the last 12 weeks' : 'Show adoption, the last 12 weeks'}
      />
    </>
  );
}
