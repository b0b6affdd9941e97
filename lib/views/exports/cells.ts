import type { Day } from '@/lib/domain/day';
/** What a cell of an exported table holds; null is unknown and stays blank, never 0. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: Day }
  | { readonly instant: Date }
  | { readonly ratio: number };

/** `id` names the column for programs, `head` for people. */
export type Column = { readonly id: string; readonly head: string };

/** A table that is written while it is read, a page of rows at a time. */
export type ExportTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly pages: () => AsyncIterable<readonly (readonly Cell[])[]>;
};

export const dayCell = (day: Day | null): Cell => day && { day };
export const ratioCell = (ratio: number | null): Cell => (ratio === null ? null : { ratio });

/** A cell as plain text or number. */
export function plainCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('day' in cell) return cell.day;
  return 'instant' in cell ? cell.instant.toISOString() : cell.ratio;
}
