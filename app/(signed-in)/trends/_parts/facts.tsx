import type { TrendFact } from '@/lib/views/trends/trend-facts';
import { Delta } from '../../../_ui/delta';

/** What moved, why, how fast and where to: the terms of a description list. */
export const Facts = ({ facts }: { facts: readonly TrendFact[] }) =>
  facts.map(({ name, moved, figure, beside, source }) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd className="big">
        {moved ? <Delta {...moved} /> : figure}
        {beside !== null && <span className="beside"> {beside}</span>}
      </dd>
      <dd className="source">{source}</dd>
    </div>
  ));
