// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone takes the native roles away.
import type { ReactNode } from 'react';

type Props = {
  /** Read out as the table's name; `visible` shows it too. */
  caption: string;
  /** Column heads; a figure's column is right-aligned. */
  columns: readonly { readonly label: ReactNode; readonly number?: boolean; readonly className?: string }[];
  children: ReactNode;
};

/** A table that keeps its roles when a phone's style sheet turns its rows into blocks; rows are `<Row>`, cells `<Cell>`. */
export function Table({ caption, columns, children }: Props) {
  return (
    <table role="table">
      <caption className="sr">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, at) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move.
              key={at}
              scope="col"
              role="columnheader"
              className={[column.number && 'num', column.className].filter(Boolean).join(' ') || undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export const Row = ({ children }: { children: ReactNode }) => <tr role="row">{children}</tr>;

export const RowHead = ({ className, children }: { className?: string; children: ReactNode }) => (
  <th scope="row" role="rowheader" className={className}>
    {children}
  </th>
);

export const Cell = ({ className, children }: { className?: string; children?: ReactNode }) => (
  <td role="cell" className={className}>
    {children}
  </td>
);
