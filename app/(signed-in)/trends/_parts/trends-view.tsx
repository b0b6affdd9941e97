import type { Trends } from '@/lib/services/view-trends';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { Markup } from '@/lib/views/markup';
import { oncePer } from '@/lib/views/once-per';
import type { TrendsState } from '@/lib/views/trends/address';
import { trendFacts } from '@/lib/views/trends/trend-facts';
import { metricMenu } from '@/lib/views/trends/trend-menu';
import { trendNotes } from '@/lib/views/trends/trend-notes';
import { lengthWords, trendSpec } from '@/lib/views/trends/trend-spec';
import { trendTable } from '@/lib/views/trends/trend-table';
import { weekCloses } from '@/lib/views/trends/week-closes';
import { TrendSvgs } from '../../../_charts/trend-svgs';
import { stillOf } from '../../../_ui/still';
import { closesMarkup } from './closes-markup';
import { factsMarkup } from './facts-markup';
import { type MenuText, menuMarkup } from './menu-markup';
import { notesMarkup } from './notes-markup';
import { twinMarkup } from './twin-markup';

/** A trend laid out for the page, its longer parts as markup. */
export type TrendsView = {
  readonly lines: ChartSpec['lines'];
  readonly title: string;
  readonly specText: string;
  readonly drawn: string;
  readonly facts: string;
  readonly twin: string;
  /** Null when the points of the picture are longer than a week. */
  readonly closes: Markup | null;
  readonly notes: Markup;
  readonly menu: MenuText;
};

/** The same answer shown the same way is laid out once, however many ask for it. */
export function trendsView(trends: Trends, state: TrendsState): TrendsView {
  const known = views(trends);
  const key = JSON.stringify(state);
  const view = known.get(key) ?? layOut(trends, state);
  known.set(key, view);
  return view;
}

const views = oncePer((_: Trends) => new Map<string, TrendsView>());

function layOut(trends: Trends, state: TrendsState): TrendsView {
  const spec = trendSpec(trends, state.layers);
  const closes = weekCloses(spec);
  return {
    lines: spec.lines,
    title: spec.title,
    specText: JSON.stringify(spec),
    drawn: stillOf(<TrendSvgs spec={spec} />).text,
    facts: factsMarkup(trendFacts(spec, trends.outlooks, lengthWords(trends.period, state.period))).text,
    twin: twinMarkup(trendTable(spec), spec.title).text,
    closes: closes && closesMarkup(closes),
    notes: notesMarkup(trendNotes(trends, spec, state.layers)),
    menu: menuMarkup(metricMenu(state)),
  };
}
