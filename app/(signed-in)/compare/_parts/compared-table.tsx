import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { CompareGroup, CompareRow } from '@/lib/views/compare/compare-groups';
import { trendsPath } from '@/lib/views/paths';
import { weekdayDay } from '@/lib/views/words/numbers';
import { Delta, Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

type Props = { group: CompareGroup; days: Period; today: Day };

/** Metrics of one kind on both days; each name leads to the days between. */
export function ComparedTable({ group: { title, rows, rates }, days, today }: Props) {
  const heads = [headOf(days.from, days, today), headOf(days.to, days, today)] as const;
  const columns = [
    { label: 'Metric', className: 'name' },
    ...heads.map((label) => ({ label, number: true })),
    { label: 'Change', number: true, className: 'moved' },
    ...(rates ? [{ label: 'People moved, base changed', className: 'why' }] : []),
  ];
  return (
    <div className={rates ? 'body compared cards' : 'body compared few cards'}>
      <h2>{title}</h2>
      <Table caption={`${title}: ${days.from} and ${days.to} side by side`} columns={columns}>
        {rows.map((row) => (
          <Compared key={row.id} row={row} days={days} heads={heads} rates={rates} />
        ))}
      </Table>
    </div>
  );
}

type RowProps = { row: CompareRow; days: Period; heads: readonly [string, string]; rates: boolean };

function Compared({ row, days, heads, rates }: RowProps) {
  const { id, label, before, after, madeBefore, madeAfter, change, split } = row;
  return (
    <Row>
      <RowHead className="name">
        <a href={trendsPath({ metric: id, period: 'dates', ...days })}>{label}</a>
      </RowHead>
      <Side value={before} made={madeBefore} day={heads[0]} />
      <Side value={after} made={madeAfter} day={heads[1]} strong />
      <Cell className="num moved">{change ? <Delta {...change} /> : <Unknown />}</Cell>
      {rates && (
        <Cell className="why wide-cell">{split ?? <Unknown why="unknown: a number is missing or a base is 0" />}</Cell>
      )}
    </Row>
  );
}

type SideProps = { value: string; made: string | null; day: string; strong?: boolean };

const Side = ({ value, made, day, strong }: SideProps) => (
  <Cell className={strong ? 'num strong side-after' : 'num'}>
    <span className="unit">{day}: </span>
    {value}
    {made && <span className="more-text">{made}</span>}
  </Cell>
);

/** Mon 16 Nov; with the year when it is not this one, or when the other day has another. */
const headOf = (day: Day, { from, to }: Period, today: Day): string =>
  weekdayDay(day, from.slice(0, 4) === to.slice(0, 4) ? today : day === from ? to : from);
