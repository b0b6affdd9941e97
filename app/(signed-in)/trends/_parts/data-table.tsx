import type { TrendTable } from '@/lib/views/trends/trend-table';

/** The picture as a table: always there for a screen reader, and shown to whoever opens it. */
export const DataTable = ({ table: { heads, rows }, title }: { table: TrendTable; title: string }) => (
  <table>
    <caption className="sr">{title}</caption>
    <thead>
      <tr>
        {heads.map((head, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <th key={at} scope="col" className={lookOf(heads, at)}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ head, cells, missing }) => (
        <tr key={head}>
          <th scope="row">
            {head}
            {missing !== null && <span className="more-text">{missing}</span>}
          </th>
          {cells.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <td key={at} className={lookOf(heads, at + 1)}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const lookOf = (heads: readonly string[], at: number): string => (at > 0 && heads[at] !== 'Taken' ? 'num' : '');
