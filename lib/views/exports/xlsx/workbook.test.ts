import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../cells';
import { type Sheet, workbook } from './workbook';

const at = new Date('2026-11-23T09:00:00Z');

const sheet = (rows: Cell[][], over: Partial<Sheet> = {}): Sheet => ({
  name: 'Data',
  widths: rows[0]?.map(() => 12) ?? [],
  head: null,
  pages: async function* () {
    yield rows;
  },
  ...over,
});

async function bytesOf(sheets: Sheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook(sheets, at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const read = async (sheets: Sheet[]) => (await readXlsx(await bytesOf(sheets))).sheets;

describe('a workbook', () => {
  test('is read by a reader that is not ours: numbers, days, instants, ratios and text', async () => {
    const rows: Cell[][] = [[-5, { day: '2026-11-23' }, { instant: at }, { ratio: 0.619 }, 'text', null, 0]];
    const [data] = await read([sheet(rows)]);
    const [row = []] = data?.rows ?? [];
    expect(row.slice(0, 1)).toEqual([-5]);
    expect(row.slice(3)).toEqual([0.619, 'text', null, 0]);
    expect(new Date(String(row[1])).toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(new Date(String(row[2])).toISOString().slice(0, 19)).toBe('2026-11-23T09:00:00');
  });

  test('leaves blank what is unknown: the cell is not there, and not 0', async () => {
    const xml = Buffer.from(
      unzipSync(await bytesOf([sheet([[1, null, 0]])]))['xl/worksheets/sheet1.xml'] ?? [],
    ).toString();
    expect(xml).toContain('<c r="A1"><v>1</v></c><c r="C1"><v>0</v></c>');
    expect(xml).not.toContain('r="B1"');
  });

  test('holds any text as text: no formula, no markup, no character lost', async () => {
    const texts = ['=1+1', '<b>&"\'</b>', 'Zoë 👩‍👩‍👧', ' spaces ', 'two\nlines', '_x000D_'];
    const [data] = await read([sheet(texts.map((text) => [text]))]);
    expect(data?.rows.map(([cell]) => cell)).toEqual(texts);
    const xml = Buffer.from(
      unzipSync(await bytesOf([sheet([['a\u0000b\r\uFFFE']])]))['xl/worksheets/sheet1.xml'] ?? [],
    ).toString();
    expect(xml).toContain('a_x0000_b_x000D__xFFFE_');
    expect(xml).not.toContain('<f>');
  });

  test('has its sheets in order, each with a bold head and columns beyond Z', async () => {
    const wide = Array.from({ length: 30 }, (_, index) => index);
    const head = wide.map((index) => `c${index}`);
    const sheets = await read([sheet([wide], { head, name: 'Wide & <odd>' }), sheet([['x']], { name: 'Second' })]);
    expect(sheets.map(({ name }) => name)).toEqual(['Wide & <odd>', 'Second']);
    expect(sheets[0]?.rows).toEqual([head, wide]);
  });

  test('hands out its rows while they come, and holds no more than a page of them', async () => {
    let asked = 0;
    const pages = async function* () {
      for (asked = 1; asked <= 50; asked += 1) {
        yield Array.from({ length: 400 }, (_, index): Cell[] => [
          index * Math.PI * asked,
          'text',
          { ratio: Math.sin(index * asked) },
        ]);
      }
    };
    let handedOut = 0;
    for await (const piece of workbook([sheet([], { pages, widths: [9, 9, 9] })], at)) {
      handedOut += piece.length;
      if (asked === 25) break;
    }
    expect(asked).toBe(25);
    expect(handedOut).toBeGreaterThan(20_000);
  });

  test('says days before spreadsheets can count as text', async () => {
    const [data] = await read([sheet([[{ day: '1900-02-28' }]])]);
    expect(data?.rows).toEqual([['1900-02-28']]);
  });

  test('of the same rows at the same time is the same file', async () => {
    expect(Buffer.compare(await bytesOf([sheet([[1]])]), await bytesOf([sheet([[1]])]))).toBe(0);
  });
});
