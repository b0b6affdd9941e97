import { strToU8, zipSync } from 'fflate';
import { snapshotColumns } from '@/lib/views/exports/snapshot-table';
import { workbook } from '@/lib/views/exports/xlsx/workbook';

/** A file as people have it; what an empty history makes of it: how many days are added, or why none is. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array } & (
  | { readonly added: number }
  | { readonly cause: string }
);

const rows = (delimiter: string, end: string) =>
  [
    ['day', 'assigned_license', 'using_enpass'],
    ['2026-01-05', '420', '85'],
    ['2026-01-06', '', '86'],
  ]
    .map((cells) => cells.join(delimiter) + end)
    .join('');

const comma = rows(',', '\n');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const many = (text: string, length: number) => text.repeat(length / text.length);

/** Every door takes these alike; what is in the way of one is in the way of all. */
export const importFiles = async (): Promise<readonly ImportFile[]> => [
  { name: 'comma.csv', bytes: Buffer.from(comma), added: 2 },
  { name: 'mark.csv', bytes: Buffer.from(`\uFEFF${rows(',', '\r\n')}`), added: 2 },
  { name: 'semicolon.csv', bytes: Buffer.from(rows(';', '\r\n')), added: 2 },
  { name: 'sep.csv', bytes: Buffer.from(`sep=;\r\n${rows(';', '\r\n')}`), added: 2 },
  { name: 'tab.tsv', bytes: Buffer.from(rows('\t', '\n')), added: 2 },
  { name: 'unicode-text.txt', bytes: utf16(rows('\t', '\r\n')), added: 2 },
  { name: 'utf-16-be.csv', bytes: utf16(comma).swap16(), added: 2 },
  { name: 'old-mac.csv', bytes: Buffer.from(rows(',', '\r')), added: 2 },
  { name: 'emptied.csv', bytes: Buffer.from(`${comma.replaceAll('\n', ',,\n')},,,,\n,,,,\n`), added: 2 },
  {
    name: 'pandas.csv',
    bytes: Buffer.from('day,using_enpass\n2026-01-05 00:00:00,1500.0\n2026-01-06 00:00:00,7.0\n'),
    added: 2,
  },
  { name: 'gnumeric.csv', bytes: Buffer.from('"day","using_enpass"\n2026/01/05,85\n'), added: 1 },
  { name: 'names.csv', bytes: Buffer.from('Day;Using Enpass\n2026-01-05;85\n'), added: 1 },
  { name: 'days.json', bytes: Buffer.from('[{"day":"2026-01-05","enpass_active_users":{"total_users":3}}]'), added: 1 },
  { name: 'days-16.json', bytes: utf16('[{"day":"2026-01-05","enpass_active_users":{"total_users":3}}]'), added: 1 },
  {
    name: 'ours.xlsx',
    bytes: await ourWorkbook(),
    cause: 'This is a spreadsheet; save it as CSV UTF-8, or import our CSV',
  },
  { name: 'renamed.csv', bytes: zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), cause: 'This is a spreadsheet' },
  { name: 'ansi.csv', bytes: Buffer.from(`${comma}Zo\xeb`, 'latin1'), cause: 'This is not UTF-8 text, from line 4 on' },
  { name: 'nul.csv', bytes: Buffer.from(comma.replace('85', '8\0')), cause: 'Line 2 has a character that no text has' },
  { name: 'empty.csv', bytes: new Uint8Array(), cause: 'The file is empty.' },
  {
    name: 'days.csv',
    bytes: Buffer.from(`day,using_enpass\n${many('10/11/2025,1\n', 60 * 13)}`),
    cause: '60 days are not written like 2026-02-27, the first in line 2: "10/11/2025" (it can be read in two ways).',
  },
  {
    name: 'points.csv',
    bytes: Buffer.from('day,using_enpass\n2026-01-05,1.234\n'),
    cause: 'One count is not a whole number, in line 2: using_enpass is "1.234" (it can be read in two ways).',
  },
  { name: 'x.csv', bytes: Buffer.from(many('x\n', 40_000)), cause: 'There is no column “day”' },
  { name: 'quotes.csv', bytes: Buffer.from(many('"', 1_000_000)), cause: 'Line 1 is longer than 10,000 characters' },
  {
    name: 'open-quote.csv',
    bytes: Buffer.from(`day,using_enpass\n"${many('2026-01-05,1\n', 13 * 50_000)}`),
    cause: 'A quotation mark is opened and not closed',
  },
  { name: 'one-line.csv', bytes: Buffer.from(many('x', 1_000_000)), cause: 'Line 1 is longer than 10,000 characters' },
  {
    name: 'lines.csv',
    bytes: Buffer.from(`day,using_enpass\n${many('2026-01-05,1\n', 13 * 50_000)}`),
    cause: 'At least 100 days are in the file twice',
  },
];

async function ourWorkbook(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const pages = async function* () {
    yield [[{ day: '2026-01-05' } as const]];
  };
  const head = snapshotColumns.map(({ head }) => head);
  const sheet = { name: 'Snapshots', widths: head.map(() => 9), head, pages };
  for await (const piece of workbook([sheet], new Date('2026-11-23T09:00:00Z'))) pieces.push(piece);
  return Buffer.concat(pieces);
}
