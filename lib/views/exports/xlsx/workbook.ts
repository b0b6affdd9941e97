import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from '../cells';
import { packageParts, sheetPath } from './package-parts';
import { rowXml, sheetEnd, sheetStart } from './sheet-xml';

/** The fastest level: a third of the time of the default, and files a third larger. */
const compression = 1;

export type Sheet = {
  readonly name: string;
  /** In characters, a column each. */
  readonly widths: readonly number[];
  /** Null for a sheet that begins with its rows. */
  readonly head: readonly string[] | null;
  readonly pages: () => AsyncIterable<readonly (readonly Cell[])[]>;
};

/** An XLSX file as it grows: a page of rows is written, compressed and handed out before the next one is asked for. */
export async function* workbook(sheets: readonly Sheet[], at: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const open = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path, { level: compression });
    part.mtime = at;
    zip.add(part);
    return part;
  };
  const taken = (): Uint8Array[] => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const [path, xml] of Object.entries(packageParts(sheets.map(({ name }) => name))))
    open(path).push(strToU8(xml), true);
  for (const [index, sheet] of sheets.entries()) {
    const part = open(sheetPath(index));
    for await (const xml of sheetXml(sheet)) {
      part.push(strToU8(xml));
      yield* taken();
    }
    part.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* taken();
}

async function* sheetXml({ widths, head, pages }: Sheet): AsyncGenerator<string> {
  yield sheetStart(widths, head ? 1 : 0) + (head ? rowXml(1, head, true) : '');
  let number = head ? 1 : 0;
  for await (const rows of pages()) {
    let xml = '';
    for (const row of rows) {
      number += 1;
      xml += rowXml(number, row);
    }
    yield xml;
  }
  yield sheetEnd;
}
