import { weekPath } from '@/lib/views/paths';
import type { CloseRow, CloseTable } from '@/lib/views/trends/week-closes';
import { plural } from '@/lib/views/words/numbers';
import { classNames } from '../../../_ui/class-names';
import { Delta, Unknown } from '../../../_ui/delta';

/** The weeks of the picture, each with the way to its page. */
export function Closes({ table }: { table: CloseTable }) {
  const { heads, rows, more } = table;
  if (rows.length === 0) return <p className="text muted">No snapshot in this period.</p>;
  return (
    <>
      <div className="table-wrap">
        <table>
          <caption className="sr">Weekly closes, newest first</caption>
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" className={lookOf(table, at)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Close key={row.week} row={row} table={table} />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <p className="small faint">
          <a href="#table">{plural(more, 'older week')} in the table</a>
        </p>
      )}
    </>
  );
}

const isSingle = ({ heads }: CloseTable): boolean => heads.at(-1) === 'Change';

/** On a phone there is room for one number with the day it was taken on and its change, or for several numbers. */
function lookOf(table: CloseTable, at: number): string {
  const made = isSingle(table) && at > 1 && at < table.heads.length - 2;
  const taken = at === 1;
  return classNames(at > 1 && 'num', taken && 'nw', (made || (taken && !isSingle(table))) && 'drop-narrow');
}

function Close({ row: { week, taken, unfinished, cells, change }, table }: { row: CloseRow; table: CloseTable }) {
  const single = isSingle(table);
  return (
    <tr>
      <th scope="row">
        <a href={weekPath(week)}>W{week.slice(6)}</a>
        {unfinished && <span className="faint small"> so far</span>}
      </th>
      <td className={lookOf(table, 1)}>{taken}</td>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
        <td key={at} className={classNames(lookOf(table, at + 2), single && at === cells.length - 1 && 'strong')}>
          {cell}
        </td>
      ))}
      {single && <td className="num">{change ? <Delta {...change} /> : <Unknown />}</td>}
    </tr>
  );
}
