import type { TrendFact } from '@/lib/views/trends/trend-facts';
import { Delta } from '../../../_ui/delta';

/** What moved, why, how fast and where to, under the picture. */
export function Facts({ facts }: { facts: readonly TrendFact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, moved, figure, beside, source }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="big">
            {moved ? <Delta {...moved} /> : figure}
            {beside && <span className="beside"> {beside}</span>}
          </dd>
          <dd className="source">{source}</dd>
        </div>
      ))}
    </dl>
  );
}
