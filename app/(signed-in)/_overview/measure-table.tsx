import type { ReactNode } from 'react';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Sparkline as Course } from '@/lib/views/charts/sparkline';
import { countWords, percentWords } from '@/lib/views/words/numbers';
import { Bar } from '../../_charts/bar';
import { Sparkline } from '../../_charts/sparkline';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { classNames } from '../../_ui/class-names';
import { Delta, type DeltaLook, Unknown } from '../../_ui/delta';
import { Panel, PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';

export type MeasureRow = {
  /** The count's own metric, the rate's, and whose number stands under the label. */
  readonly metrics: {
    readonly name: MetricId;
    readonly count: MetricId;
    readonly share: MetricId;
    readonly under: MetricId;
  };
  /** Whether the course and its change are of the count or of the share. */
  readonly course: 'count' | 'share';
  readonly label: string;
  /** Under the label: who is pending, what is counted. `warn` marks the biggest drop-off. */
  readonly under: string;
  readonly warn?: boolean;
  /** Shares of the table's scale; null when unknown. */
  readonly bar: { readonly here: number; readonly pending?: number } | null;
  readonly count: number | null;
  readonly share: number | null;
  /** Of the share, in percent. */
  readonly decimals?: number;
  /** "of 500 licences" */
  readonly base: string;
  readonly change: (DeltaLook & { readonly text: string }) | null;
  readonly spark: { readonly chart: Course; readonly title: string } | null;
  /** Why a figure is a dash. */
  readonly why: { readonly share: string; readonly change: string; readonly spark: string };
};

type Props = {
  id: string;
  title: string;
  sub: ReactNode;
  right?: ReactNode;
  caption: string;
  heads: { readonly first: string; readonly bar: string; readonly change: string };
  rows: readonly MeasureRow[];
};

/** Counts with their base, change and course: the number first, the picture last. */
export function MeasureTable({ id, title, sub, right, caption, heads: { first, bar, change }, rows }: Props) {
  const figures = ['People', 'Share', change, '12 weeks'].map((label) => ({ label, number: true }));
  return (
    <Panel id={id} className="funnel" title={title} sub={sub} right={right}>
      <PanelBody className="flush">
        <Table caption={caption} columns={[{ label: first }, { label: bar, className: 'barcell' }, ...figures]}>
          {rows.map((row) => (
            <Measure key={row.label} {...row} />
          ))}
        </Table>
      </PanelBody>
    </Panel>
  );
}

const Measure = ({
  metrics,
  course,
  label,
  under,
  warn,
  bar,
  count,
  share,
  decimals,
  base,
  change,
  spark,
  why,
}: MeasureRow) => (
  <Row>
    <RowHead>
      <DefinitionLink metric={metrics.name}>{label}</DefinitionLink>
      <span className={classNames('more-text', warn && 'most')}>
        <FigureLink metric={metrics.under}>{under}</FigureLink>
      </span>
    </RowHead>
    <Cell className="barcell">{bar && <Bar {...bar} />}</Cell>
    <Cell className="num strong">
      <FigureLink metric={metrics.count}>
        {count === null ? <Unknown why="unknown in this snapshot" /> : countWords(count)}
      </FigureLink>
    </Cell>
    <Cell className="num rate">
      <FigureLink metric={metrics.share}>
        {share === null ? <Unknown why={why.share} /> : percentWords(share, decimals)}
      </FigureLink>
      <span className="more-text"> {base}</span>
    </Cell>
    <Cell className="num">
      <FigureLink metric={metrics[course]} again>
        {change ? <Delta {...change} /> : <Unknown why={why.change} />}
      </FigureLink>
    </Cell>
    <Cell className="num sparkcell">
      <FigureLink metric={metrics[course]} again>
        {spark ? <Sparkline {...spark} /> : <Unknown why={why.spark} />}
      </FigureLink>
    </Cell>
  </Row>
);
