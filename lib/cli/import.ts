import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
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
      const read = await textOf(file);
      if (!read.ok) return read;
      const format = /\.json$/i.test(file) || /^\uFEFF?\s*[[{]/.test(read.value) ? 'json' : 'csv';
      const input = { text: read.value, format, dryRun, replaceImported, fileName: basename(file) };
      const imported = await importHistory(ctx, input);
      if (!imported.ok) return imported;
      const words = importWords(imported.value, dryRun === true);
      return ok({ data: imported.value, words, failed: imported.value.errors.length > 0 });
    },
  );
}

async function textOf(file: string): Promise<Result<string, KnownFailure>> {
  const bytes = await readFile(fileAt(file)).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown fault');
  if (typeof bytes === 'string') return fail({ kind: 'told', message: `${file} cannot be read (${bytes}).` });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail({ kind: 'told', message: `${file} is not UTF-8 text. Save it as "CSV UTF-8" and try again.` });
  }
}

function importWords({ added, unchanged, kept, errors }: Imported, dryRun: boolean): string {
  if (errors.length > 0) {
    const lines = errors.map(({ line, message }) => `line ${line}: ${message}`);
    return [...lines, `Nothing imported: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}.`].join('\n');
  }
  const days = `${added} added, ${unchanged} unchanged, ${kept} kept as captured`;
  return dryRun ? `Would import: ${days}. Nothing written.` : `Imported: ${days}.`;
}
