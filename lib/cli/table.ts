/** Rows under a heading, in columns as wide as their widest cell. */
export function tableOf<C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string>>[]): string {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.toUpperCase())),
    ...rows.map((row) => line(columns.map((c) => row[c]))),
  ].join('\n');
}
