import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Result } from '@/lib/domain/result';
import type { Outcome } from './action';
import type { KnownFailure } from './failure-words';
import { fileFault } from './file-fault';
import { fileAt } from './working-directory';

/** Writes a file as it comes: to where `out` says, or to standard output. */
export async function tellFile(pieces: AsyncIterable<string | Uint8Array>, out: unknown): Promise<Outcome> {
  const text = Readable.from(pieces);
  if (typeof out !== 'string') {
    await pipeline(text, process.stdout, { end: false });
    return ok(null);
  }
  const written = await writeWhole(fileAt(out), text);
  return written.ok ? ok({ data: { file: out }, words: `Written to ${out}.` }) : written;
}

/** Beside the target first, so that a file of that name is always a whole one. */
async function writeWhole(out: string, text: Readable): Promise<Result<null, KnownFailure>> {
  const part = `${out}.part`;
  try {
    await pipeline(text, createWriteStream(part));
    await rename(part, out);
    return ok(null);
  } catch (error) {
    await rm(part, { force: true });
    return fileFault(error, out);
  }
}
