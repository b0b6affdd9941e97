import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { Sparkline } from '@/lib/views/charts/sparkline';
import { type Markup, markup } from '@/lib/views/markup';
import { countWords, percentWords } from '@/lib/views/words/numbers';
import { barMarkup } from '../../_charts/bar';
import { sparklineMarkup } from '../../_charts/sparkline';
import { type DeltaLook, deltaMarkup, unknownMarkup } from '../../_ui/delta';
import { Panel } from '../../_ui/panel';
import { Still } from '../../_ui/still';

export type MeasureRow = {
  readonly id: string;
  readonly label: string;
  /** Under the label: who is pending, what is counted. `warn` marks the biggest drop-off. */
  readonly under: string;
  readonly warn?: boolean;
  /** Shares of the table's scale; null when unknown. */
  readonly bar: { readonly here: number; readonly pending?: number } | null;
  readonly count: number | null;
  readonly share: number | null;
  /** "of 500 licences" */
  readonly base: string;
  readonly change: (DeltaLook & { readonly text: string }) | null;
  readonly spark: { readonly chart: Sparkline; readonly title: string } | null;
};

type Props = { id: string; title: string; sub: string; right?: ReactNode; table: Markup };

/** Counts with their base, change and course: the number first, the picture last. `table` is of `measures`. */
export function MeasureTable({ id, title, sub, right, table }: Props) {
  return (
    <Panel id={id} className="funnel" title={title} sub={sub} right={right}>
      <Still className="body flush" inside={table} />
    </Panel>
  );
}

type Measures = {
  readonly caption: string;
  readonly heads: { readonly first: string; readonly bar: string; readonly change: string };
  readonly rows: readonly MeasureRow[];
};

/** The table as markup for the reason `Picture` gives, with its roles spelt out for the reason `Table` gives. */
export const measures = ({ caption, heads, rows }: Measures): Markup =>
  markup`<table role="table"><caption class="sr">${caption}</caption>
<thead role="rowgroup"><tr role="row">${headsOf(heads)}</tr></thead>
<tbody role="rowgroup">${rows.map(rowMarkup)}</tbody></table>`;

const headsOf = ({ first, bar, change }: Measures['heads']): Markup[] => [
  head(first),
  head(bar, 'barcell'),
  ...['People', 'Share', change, '12 weeks'].map((label) => head(label, 'num')),
];

const head = (label: string, look = ''): Markup =>
  markup`<th scope="col" role="columnheader" class="${look}">${label}</th>`;

function rowMarkup({ label, under, warn, bar, count, share, base, change, spark }: MeasureRow): Markup {
  return markup`<tr role="row">
<th scope="row" role="rowheader">${label}<span class="${classNames('more-text', warn && 'most')}">${under}</span></th>
${cell('barcell', bar ? barMarkup(bar) : '')}
${cell('num strong', count === null ? unknownMarkup() : countWords(count))}
${cell('num rate', markup`${share === null ? unknownMarkup() : percentWords(share)}<span class="more-text"> ${base}</span>`)}
${cell('num', change ? deltaMarkup(change) : unknownMarkup('not known yet'))}
${cell('num sparkcell', spark ? sparklineMarkup(spark.chart, spark.title) : unknownMarkup('not enough days yet'))}
</tr>`;
}

const cell = (look: string, inside: Markup | string): Markup => markup`<td role="cell" class="${look}">${inside}</td>`;
