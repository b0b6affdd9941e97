import type { ReactNode } from 'react';
import type { Sparkline as Course } from '@/lib/views/charts/sparkline';
import { countWords, percentWords } from '@/lib/views/words/numbers';
import { Bar } from '../../_charts/bar';
import { Sparkline } from '../../_charts/sparkline';
import { classNames } from '../../_ui/class-names';
import { Delta, type DeltaLook, Unknown } from '../../_ui/delta';
import { Panel, PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';

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
  /** Of the share, in percent. */
  readonly decimals?: number;
  /** "of 500 licences" */
  readonly base: string;
  readonly change: (DeltaLook & { readonly text: string }) | null;
  readonly spark: { readonly chart: Course; readonly title: string } | null;
};

type Props = {
  id: string;
  title: string;
  sub: string;
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
            <Measure key={row.id} {...row} />
          ))}
        </Table>
      </PanelBody>
    </Panel>
  );
}

const Measure = ({ label, under, warn, bar, count, share, decimals, base, change, spark }: MeasureRow) => (
  <Row>
    <RowHead>
      {label}
      <span className={classNames('more-text', warn && 'most')}>{under}</span>
    </RowHead>
    <Cell className="barcell">{bar && <Bar {...bar} />}</Cell>
    <Cell className="num strong">{count === null ? <Unknown /> : countWords(count)}</Cell>
    <Cell className="num rate">
      {share === null ? <Unknown /> : percentWords(share, decimals)}
      <span className="more-text"> {base}</span>
    </Cell>
    <Cell className="num">{change ? <Delta {...change} /> : <Unknown why="not known yet" />}</Cell>
    <Cell className="num sparkcell">{spark ? <Sparkline {...spark} /> : <Unknown why="not enough days yet" />}</Cell>
  </Row>
);
