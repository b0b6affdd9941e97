import { BadAddress } from '../../../_ui/bad-address';
import { PageHead } from '../../../_ui/page-head';
import { askComparisonOfAddress } from './ask-comparison';

const labels = { from: 'First day', to: 'Second day' };

/** Two days that cannot be compared: why, and a way on. */
export async function NoSuchComparison() {
  const { params, days, result } = await askComparisonOfAddress();
  if (result.ok || result.failure.kind !== 'invalid-input') return null;
  const swapped = days.from > days.to && /^\d{4}-\d{2}-\d{2}$/.test(days.from) && /^\d{4}-\d{2}-\d{2}$/.test(days.to);
  return (
    <>
      <PageHead title="Compare" />
      <BadAddress
        title="These two days cannot be compared."
        given={params}
        problems={result.failure.errors}
        labels={labels}
        way={swapped ? `/compare?from=${days.to}&to=${days.from}` : '/compare'}
        wayWords={swapped ? 'Swap the two days' : 'Compare today with a week ago'}
      />
    </>
  );
}
