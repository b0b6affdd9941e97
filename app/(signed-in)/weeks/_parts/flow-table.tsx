import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Week } from '@/lib/domain/week';
import { aroundWeek, metricsOfFlow } from '@/lib/views/weeks/week-links';
import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import { DefinitionLink, FigureLink } from '../../../_ui/calm-link';
import { Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

const columns = [
  { label: 'Stage' },
  { label: 'Net this week', number: true },
  { label: '4-week pace', number: true, className: 'drop-narrow' },
  { label: 'Pending', number: true },
  { label: 'Weeks to clear', number: true },
];

type Props = Pick<WeekSheet, 'flows'> & { week: Week; today: Day };

export function FlowTable({ flows: { rows, note, bottleneck }, week, today }: Props) {
  if (rows.length === 0) return <p className="text muted">Not known: this week has no snapshot.</p>;
  return (
    <>
      <Table caption="Net flow between stages" columns={columns}>
        {rows.map((row) => (
          <FlowLine key={row.label} {...{ row, week, today }} />
        ))}
      </Table>
      {bottleneck && <p className="text">{bottleneck}</p>}
      <p className="small muted">{note}</p>
    </>
  );
}

function FlowLine({ row, week, today }: { row: WeekSheet['flows']['rows'][number]; week: Week; today: Day }) {
  const { label, net, pace, pending, weeksToClear } = row;
  const flow = metricsOfFlow(label);
  const figure = (metric: MetricId | undefined, words: string, again = false) =>
    metric === undefined ? (
      known(words)
    ) : (
      <FigureLink metric={metric} href={aroundWeek(metric, week, today)} again={again}>
        {known(words)}
      </FigureLink>
    );
  return (
    <Row>
      <RowHead>{flow ? <DefinitionLink metric={flow.to}>{label}</DefinitionLink> : label}</RowHead>
      <Cell className="num">{figure(flow?.to, net)}</Cell>
      <Cell className="num muted drop-narrow">{figure(flow?.to, pace, true)}</Cell>
      <Cell className="num strong">{figure(flow?.waiting, pending)}</Cell>
      <Cell className="num">{figure(flow?.waiting, weeksToClear, true)}</Cell>
    </Row>
  );
}

const known = (words: string) => (words === '—' ? <Unknown /> : words);
