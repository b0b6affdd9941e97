import { type ExportTable, plainCell } from './cells';
import { csvText } from './csv-text';

/** One header line, then rows; blank is unknown. */
export async function* tableCsv({ columns, pages }: ExportTable): AsyncGenerator<string> {
  let before = csvText([columns.map(({ id }) => id)]);
  for await (const rows of pages()) {
    yield before + csvText(rows.map((row) => row.map(plainCell)));
    before = '';
  }
  yield before;
}

/** A list with one object a row, keyed by column. */
export async function* tableJson({ columns, pages }: ExportTable): AsyncGenerator<string> {
  let before = '[';
  let between = '\n';
  for await (const rows of pages()) {
    for (const row of rows) {
      const object = Object.fromEntries(columns.map(({ id }, index) => [id, plainCell(row[index] ?? null)]));
      before += `${between}${JSON.stringify(object)}`;
      between = ',\n';
    }
    yield before;
    before = '';
  }
  yield `${before}\n]\n`;
}
