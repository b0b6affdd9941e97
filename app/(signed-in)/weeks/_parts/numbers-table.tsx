import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import { Delta, Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

/** The closes of five weeks, the mean of the four before, and the change against the last of them. */
export function NumbersTable({ numbers: { heads, rows, meanHead = 'Mean of 4' } }: Pick<WeekSheet, 'numbers'>) {
  const columns = [
    { label: 'Last snapshot of the week' },
    ...heads.map((label, at) => ({ label, number: true, className: older(at, heads.length) })),
    { label: meanHead, number: true, className: 'drop-narrow' },
    { label: 'Change', number: true },
  ];
  return (
    <Table caption="The week’s numbers beside the four weeks before" columns={columns}>
      {rows.map(({ metric, label, base, cells, bases, mean, change }) => (
        <Row key={metric}>
          <RowHead>
            {label}
            {base && <span className="small faint base">{base}</span>}
          </RowHead>
          {cells.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <Cell key={at} className={`num ${at === cells.length - 1 ? 'strong' : 'muted'} ${older(at, cells.length)}`}>
              {cell === '—' ? <Unknown /> : cell}
              {bases?.[at] && <span className="more-text">{bases[at]}</span>}
            </Cell>
          ))}
          <Cell className="num muted drop-narrow">{mean === '—' ? <Unknown /> : mean}</Cell>
          <Cell className="num">{change ? <Delta {...change} /> : <Unknown />}</Cell>
        </Row>
      ))}
    </Table>
  );
}

/** A phone shows this week and the last. */
const older = (at: number, of: number): string => (at < of - 2 ? 'drop-narrow' : '');
