import type { Trends } from '@/lib/services/trends/view-trends';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { TrendsState } from '@/lib/views/trends/address';
import { pictureWords } from '@/lib/views/trends/picture-words';
import { trendFacts } from '@/lib/views/trends/trend-facts';
import { metricMenu } from '@/lib/views/trends/trend-menu';
import { trendNotes } from '@/lib/views/trends/trend-notes';
import { lengthWords, trendSpec } from '@/lib/views/trends/trend-spec';
import { trendTable } from '@/lib/views/trends/trend-table';
import { weekCloses } from '@/lib/views/trends/week-closes';
import { TrendSvgs } from '../../../_charts/trend-svgs';
import { cachedView } from '../../../_doors/cached-view';
import { staticHtml } from '../../../_ui/static-html';
import { Closes } from './closes';
import { DataTable } from './data-table';
import { Facts } from './facts';
import { MetricMenu } from './metric-menu';
import { Notes } from './notes';

/** A trend laid out for the page, its longer parts as HTML. */
export type TrendsView = {
  readonly lines: ChartSpec['lines'];
  readonly title: string;
  /** `PictureWords` as JSON: text is passed on faster than objects. */
  readonly wordsText: string;
  readonly specText: string;
  readonly drawn: string;
  readonly facts: string;
  readonly table: string;
  /** Null when the points of the picture are longer than a week. */
  readonly closes: string | null;
  readonly notes: string;
  readonly menu: MenuView;
};

export type MenuView = { readonly label: string; readonly full: boolean; readonly html: string };

type Question = { trends: Trends; state: TrendsState; organisation: string; period: string };

/** The same answer shown the same way is laid out once, however many ask for it. */
export const trendsView = cachedView({
  name: 'trends page',
  asks: ({ trends, state }: Question) => [trends.asked, state],
  draw: layOut,
});

function layOut({ trends, state, ...where }: Question): TrendsView {
  const spec = trendSpec(trends, state.layers);
  const closes = weekCloses(spec);
  const menu = metricMenu(state);
  return {
    lines: spec.lines,
    title: spec.title,
    wordsText: JSON.stringify(pictureWords(spec, where)),
    specText: JSON.stringify(spec),
    drawn: staticHtml(<TrendSvgs spec={spec} />),
    facts: staticHtml(<Facts facts={trendFacts(spec, trends.outlooks, lengthWords(trends.period, state.period))} />),
    table: staticHtml(<DataTable table={trendTable(spec)} title={spec.title} />),
    closes: closes && staticHtml(<Closes table={closes} />),
    notes: staticHtml(<Notes notes={trendNotes(trends, spec, state.layers)} />),
    menu: { label: menu.label, full: menu.full, html: staticHtml(<MetricMenu menu={menu} />) },
  };
}
