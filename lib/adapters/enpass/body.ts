import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { ok } from '@/lib/domain/result';
import { type CameBack, noteBody } from './came-back';
import { failureOf } from './failure';

const maxBytes = 1024 * 1024;

/** An answer's text, which encodes back to the very bytes that came, compression apart. Rejects when the connection breaks. */
export async function readText(response: IncomingMessage, cameBack: CameBack) {
  const type = response.headers['content-type'] ?? '';
  if (/^\s*text\/html\b/i.test(type)) return failureOf('unreadable-answer', { detail: 'a web page' });
  const wire = await wireBytes(response);
  if (wire === null) return failureOf('too-large');
  const plain = await decompressed(wire, response.headers['content-encoding']);
  if (!plain.ok) return plain;
  noteBody(cameBack, plain.value);
  return textOf(plain.value);
}

/** What came over the wire, or null beyond the cap. One buffer for all: a body in a million one-byte chunks costs no more than another. */
function wireBytes(response: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.allocUnsafe(maxBytes);
    let length = 0;
    response.on('data', (chunk: Buffer) => {
      if (length + chunk.length > maxBytes) {
        response.destroy();
        resolve(null);
        return;
      }
      length += chunk.copy(buffer, length);
    });
    response.on('end', () => resolve(buffer.subarray(0, length)));
    response.on('error', reject);
  });
}

const options = { maxOutputLength: maxBytes };
const gunzip = (wire: Buffer) => promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)(wire, options);
const inflate = (wire: Buffer) => promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate)(wire, options);
const inflateRaw = (wire: Buffer) => promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)(wire, options);
const brotli = (wire: Buffer) => promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(wire, options);

/** Some servers send "deflate" without its zlib wrapper, whose first byte would end in 8 (RFC 1950). */
const deflate = (wire: Buffer) => (((wire[0] ?? 0) & 0x0f) === 8 ? inflate(wire) : inflateRaw(wire));

const decompressors: ReadonlyMap<string, (wire: Buffer) => Promise<Buffer>> = new Map([
  ['', async (wire) => wire],
  ['identity', async (wire) => wire],
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', deflate],
  ['br', brotli],
]);

async function decompressed(wire: Buffer, encoding = '') {
  const decompress = decompressors.get(encoding.trim().toLowerCase());
  if (decompress === undefined) return failureOf('unreadable-answer', { detail: 'an unknown compression' });
  try {
    return ok(await decompress(wire));
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? failureOf('too-large') : failureOf('unreadable-answer', { detail: 'bad compression' });
  }
}

function textOf(bytes: Buffer) {
  try {
    // ignoreBOM keeps a byte order mark in the text; without it the text would no longer be the answer.
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return failureOf('unreadable-answer', { detail: 'not UTF-8' });
  }
}
