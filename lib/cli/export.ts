import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { ok, type Result } from '@/lib/domain/result';
import { exportFormats } from '@/lib/views/exports/formats';
import { action } from './action';
import type { KnownFailure } from './failure-words';
import { fileFault } from './file-fault';
import { fileAt } from './working-directory';

export function exportCommand(program: Command): void {
  action(
    program
      .command('export')
      .description('write the history as a file; a CSV or JSON can be imported again')
      .addOption(new Option('--format <format>', 'form of the file').choices(exportFormats).default('csv'))
      .option('--from <day>', 'first day, YYYY-MM-DD')
      .option('--to <day>', 'last day, YYYY-MM-DD')
      .option('--out <file>', 'write there instead of to standard output'),
    async (ctx, { options: { format, from, to, out } }) => {
      const { exportHistory } = await import('@/lib/services/transfer/export-history');
      const exported = await exportHistory(ctx, { format, from, to });
      if (!exported.ok) return exported;
      const text = Readable.from(exported.value.pieces);
      if (typeof out !== 'string') {
        await pipeline(text, process.stdout, { end: false });
        return ok(null);
      }
      const written = await writeWhole(fileAt(out), text);
      return written.ok ? ok({ data: { file: out }, words: `Written to ${out}.` }) : written;
    },
  );
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
