import { metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { CapturedDay } from '@/lib/domain/trend';
import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords, dayAndMonth, percentWords } from '@/lib/views/words/numbers';

/** The chart for whoever does not see it: each week's close with its base. */
export const RateTable = ({ numbers: { closes, day } }: { numbers: Numbers }) => (
  <div className="sr">
    <table>
      <caption>Adoption rate, each week’s last snapshot</caption>
      <thead>
        <tr>
          <th scope="col">Week to</th>
          <th scope="col">Rate and base</th>
        </tr>
      </thead>
      <tbody>
        {closes.map(({ to, close, soFar }) => (
          <tr key={to}>
            <th scope="row">
              {dayAndMonth(to, day)}
              {soFar && ', so far'}
            </th>
            <td>{close ? rateWords(close) : 'no snapshot'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const rateWords = (close: CapturedDay): string =>
  `${percentWords(metricValue(metrics.adoption, close))} of ${countWords(close.assigned_license ?? null)} assigned`;
