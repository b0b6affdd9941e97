import { metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { CapturedDay } from '@/lib/domain/trend';
import { markup } from '@/lib/views/markup';
import { oncePer } from '@/lib/views/once-per';
import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords, dayAndMonth, percentWords } from '@/lib/views/words/numbers';
import { Still } from '../../_ui/still';

/** The chart for whoever does not see it: each week's close with its base. As markup for the reason `Picture` gives. */
export const RateTable = ({ closes }: { closes: Numbers['closes'] }) => <Still className="sr" inside={table(closes)} />;

const table = oncePer((closes: Numbers['closes']) => {
  const rows = closes.map(
    ({ to, close, soFar }) =>
      markup`<tr><th scope="row">${dayAndMonth(to)}${soFar ? ', so far' : ''}</th><td>${close ? rateWords(close) : 'no snapshot'}</td></tr>`,
  );
  return markup`<table><caption>Adoption rate, each week’s last snapshot</caption>
<thead><tr><th scope="col">Week to</th><th scope="col">Rate and base</th></tr></thead><tbody>${rows}</tbody></table>`;
});

const rateWords = (close: CapturedDay): string =>
  `${percentWords(metricValue(metrics.adoption, close))} of ${countWords(close.assigned_license ?? null)} assigned`;
