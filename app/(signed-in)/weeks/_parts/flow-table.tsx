import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import { Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

const columns = [
  { label: 'Stage' },
  { label: 'Net this week', number: true },
  { label: '4-week pace', number: true, className: 'drop-narrow' },
  { label: 'Pending', number: true },
  { label: 'Weeks to clear', number: true },
];

export function FlowTable({ flows: { rows, note, bottleneck } }: Pick<WeekSheet, 'flows'>) {
  if (rows.length === 0) return <p className="text muted">Not known: this week has no snapshot.</p>;
  return (
    <>
      <Table caption="Net flow between stages" columns={columns}>
        {rows.map(({ label, net, pace, pending, weeksToClear }) => (
          <Row key={label}>
            <RowHead>{label}</RowHead>
            <Cell className="num">{known(net)}</Cell>
            <Cell className="num muted drop-narrow">{known(pace)}</Cell>
            <Cell className="num strong">{known(pending)}</Cell>
            <Cell className="num">{known(weeksToClear)}</Cell>
          </Row>
        ))}
      </Table>
      {bottleneck && <p className="text">{bottleneck}</p>}
      <p className="small muted">{note}</p>
    </>
  );
}

const known = (words: string) => (words === '—' ? <Unknown /> : words);
