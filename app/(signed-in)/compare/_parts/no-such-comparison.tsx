import { isDay } from '@/lib/domain/day';
import type { FieldError } from '@/lib/services/service';
import { comparePath } from '@/lib/views/paths';
import { BadAddress } from '../../../_ui/bad-address';
import { PageHead } from '../../../_ui/page-head';
import type { ComparisonQuestion, Params } from './ask-comparison';

type Props = { params: Params; days: ComparisonQuestion['days']; problems: readonly FieldError[] };

const labels = { from: 'First day', to: 'Second day' };

/** Two days that cannot be compared: why, and a way on. */
export function NoSuchComparison({ params, days, problems }: Props) {
  const swapped = isDay(days.from) && isDay(days.to) && days.from > days.to;
  return (
    <>
      <PageHead title="Compare" />
      <BadAddress
        title="These two days cannot be compared."
        given={params}
        problems={problems}
        labels={labels}
        way={swapped ? comparePath({ from: days.to, to: days.from }) : comparePath()}
        wayWords={swapped ? 'Swap the two days' : 'Compare the newest with a week before'}
      />
    </>
  );
}
