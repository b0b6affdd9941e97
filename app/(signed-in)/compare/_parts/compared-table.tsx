import type { Day } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Period } from '@/lib/domain/period';
import type { CompareGroup, CompareRow } from '@/lib/views/compare/compare-groups';
import { trendsPath } from '@/lib/views/paths';
import { weekdayDay } from '@/lib/views/words/numbers';
import { DefinitionLink, FigureLink } from '../../../_ui/calm-link';
import { Delta, Unknown } from '../../../_ui/delta';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

type Props = { group: CompareGroup; days: Period; today: Day };

/** Metrics of one kind on both days; each figure leads to the days between, each name to what it counts. */
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
  const between = trendsPath({ metric: id, period: 'dates', ...days });
  return (
    <Row>
      <RowHead className="name">
        <DefinitionLink metric={id}>{label}</DefinitionLink>
      </RowHead>
      <Side {...{ id, between }} value={before} made={madeBefore} day={heads[0]} again />
      <Side {...{ id, between }} value={after} made={madeAfter} day={heads[1]} strong />
      <Cell className="num moved">
        <FigureLink metric={id} href={between} again>
          {change ? <Delta {...change} /> : <Unknown />}
        </FigureLink>
      </Cell>
      {rates && (
        <Cell className="why wide-cell">{split ?? <Unknown why="unknown: a number is missing or a base is 0" />}</Cell>
      )}
    </Row>
  );
}

type SideProps = {
  id: MetricId;
  between: string;
  value: string;
  made: string | null;
  day: string;
  strong?: boolean;
  again?: boolean;
};

const Side = ({ id, between, value, made, day, strong, again = false }: SideProps) => (
  <Cell className={strong ? 'num strong side-after' : 'num'}>
    <span className="unit">{day}: </span>
    <FigureLink metric={id} href={between} again={again}>
      {value}
    </FigureLink>
    {made && <span className="more-text">{made}</span>}
  </Cell>
);

/** Mon 16 Nov; with the year when it is not this one, or when the other day has another. */
const headOf = (day: Day, { from, to }: Period, today: Day): string =>
  weekdayDay(day, from.slice(0, 4) === to.slice(0, 4) ? today : day === from ? to : from);
