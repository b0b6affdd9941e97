import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { faultSummary } from '@/lib/api/imports/fault-summary';
import { fail, ok, type Result } from '@/lib/domain/result';
import { countFields } from '@/lib/domain/snapshot';
import type { Imported } from '@/lib/services/transfer/import-history';
import { action } from './action';
import type { KnownFailure } from './failure-words';
import { fileAt } from './working-directory';

export function importCommand(program: Command): void {
  action(
    program
      .command('import')
      .description('take old numbers from a CSV or JSON file, all or nothing; captured days are kept as they are')
      .argument(
        '<file>',
        `CSV (a \`day\` column and one or more of the ${countFields.length} Enpass names) or JSON ([{"day", …}])`,
      )
      .option('--dry-run', 'say what would happen and write nothing', false)
      .option('--replace-imported', 'let other numbers replace days that were imported before', false),
    async (ctx, { args: [file = ''], options: { dryRun, replaceImported } }) => {
      const { importHistory } = await import('@/lib/services/transfer/import-history');
      const read = await bytesOf(file);
      if (!read.ok) return read;
      const format = /\.json$/i.test(file) ? 'json' : undefined;
      const input = { text: read.value, format, dryRun, replaceImported, fileName: basename(file) };
      const imported = await importHistory(ctx, input);
      if (!imported.ok) return imported;
      const data = { ...imported.value, errors: imported.value.errors.map(({ line, message }) => ({ line, message })) };
      return ok({ data, words: importWords(imported.value, dryRun === true), failed: data.errors.length > 0 });
    },
  );
}

async function bytesOf(file: string): Promise<Result<Uint8Array, KnownFailure>> {
  const bytes = await readFile(fileAt(file)).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown fault');
  return typeof bytes === 'string' ? fail({ kind: 'told', message: `${file} cannot be read (${bytes}).` }) : ok(bytes);
}

const mostLines = 20;

/** Why first, then where. */
function importWords({ added, replaced, unchanged, kept, errors }: Imported, dryRun: boolean): string {
  if (errors.length > 0) {
    const lines = errors.slice(0, mostLines).map(({ line, message }) => `line ${line}: ${message}`);
    const more = errors.length > mostLines ? ['...'] : [];
    return [`Nothing imported. ${faultSummary(errors)}`, ...lines, ...more].join('\n');
  }
  const days = `${added - replaced} added, ${replaced} replaced, ${unchanged} unchanged, ${kept} kept as captured`;
  return dryRun ? `Would import: ${days}. Nothing written.` : `Imported: ${days}.`;
}
