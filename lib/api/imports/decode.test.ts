import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decoded, readable } from './decode';

const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

test('a text is the same in every encoding that is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const ways = [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text, 'le'), utf16(text, 'be')];
      for (const bytes of ways) expect(decoded(bytes)).toBe(text.replace(/^\uFEFF/, ''));
    }),
  );
});

test('any bytes are a text or one fault, and never thrown over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = decoded(bytes);
      if (typeof read !== 'string') expect(read).toMatchObject({ rows: [], faults: { length: 1 } });
    }),
  );
});

const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
const openDocument = zipSync({
  mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
  'content.xml': strToU8('<x/>'),
});

test.each([
  ['an XLSX', workbook, 'This is a spreadsheet; save it as CSV UTF-8, or import our CSV if it is an export of ours'],
  ['an ODS', openDocument, 'This is a spreadsheet; save it as CSV UTF-8'],
  ['an XLS', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'This is a spreadsheet'],
  ['an archive', zipSync({ 'old.csv': strToU8('day') }), 'This is a ZIP archive; unpack it'],
  ['a compressed file', gzipSync('day,using_enpass'), 'This file is compressed (gzip)'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'This is a PDF'],
  ['a web page', Buffer.from('\n<!DOCTYPE html>'), 'This is a web page or XML'],
  ['an XML spreadsheet', Buffer.from('<?xml version="1.0"?><Workbook>'), 'This is a web page or XML'],
  ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x64, 0, 0, 0]), 'This is UTF-32 text; save it as CSV UTF-8'],
  ['UTF-16 without its mark', Buffer.from('day,using', 'utf16le'), 'This is UTF-16 text without its mark'],
  [
    'UTF-16 without its mark, the other way',
    Buffer.from('day,using', 'utf16le').swap16(),
    'This is UTF-16 text without',
  ],
  ['UTF-16 cut in two', utf16('day', 'le').subarray(0, 7), 'This says it is UTF-16 text and is not'],
  [
    'Latin 1',
    Buffer.from('day\n2026-01-01\nZo\xeb', 'latin1'),
    'This is not UTF-8 text, from line 3 on; save it as CSV UTF-8',
  ],
  ['a NUL', Buffer.from('day\r\n2026\0'), 'Line 2 has a character that no text has (U+0000)'],
  ['an escape', Buffer.from('day\n\u001b[2J'), 'Line 2 has a character that no text has (U+001B)'],
  [
    'a form',
    Buffer.from('--x1\r\nContent-Disposition: form-data; name="file"\r\n'),
    'This is a form; send the file itself',
  ],
])('%s is named for what it is', (_, bytes, sentence) => {
  const read = decoded(bytes);
  const told = typeof read === 'string' ? readable(read) : read;
  expect(told).toMatchObject({ faults: [{ cause: 'file', message: expect.stringContaining(sentence) }] });
});
