import type { Day } from '@/lib/domain/day';
import type { Week } from '@/lib/domain/week';
import { aroundWeek, weekOfCell } from '@/lib/views/weeks/week-links';
import type { WeekSheet } from '@/lib/views/weeks/week-sheet';
import { DefinitionLink, FigureLink } from '../../../_ui/calm-link';
import { Delta, Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

type Props = Pick<WeekSheet, 'numbers'> & { week: Week; today: Day };

/** The closes of five weeks, the mean of the four before, and the change against the last of them. */
export function NumbersTable({ numbers: { heads, rows, meanHead = 'Mean of 4' }, week, today }: Props) {
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
            <DefinitionLink metric={metric}>{label}</DefinitionLink>
            {base && <span className="small faint base">{base}</span>}
          </RowHead>
          {cells.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <Cell key={at} className={`num ${at === cells.length - 1 ? 'strong' : 'muted'} ${older(at, cells.length)}`}>
              <FigureLink metric={metric} href={aroundWeek(metric, weekOfCell(week, at, cells.length), today)}>
                {cell === '—' ? <Unknown /> : cell}
              </FigureLink>
              {bases?.[at] && <span className="more-text">{bases[at]}</span>}
            </Cell>
          ))}
          <Cell className="num muted drop-narrow">
            <FigureLink metric={metric} href={aroundWeek(metric, week, today)} again>
              {mean === '—' ? <Unknown /> : mean}
            </FigureLink>
          </Cell>
          <Cell className="num">
            <FigureLink metric={metric} href={aroundWeek(metric, week, today)} again>
              {change ? <Delta {...change} /> : <Unknown />}
            </FigureLink>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** A phone shows this week and the last. */
const older = (at: number, of: number): string => (at < of - 2 ? 'drop-narrow' : '');
