import { type Command, Option } from 'commander';
import { exportFormats } from '@/lib/views/exports/formats';
import { action } from './action';
import { tellFile } from './tell-file';

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
      return exported.ok ? tellFile(exported.value.pieces, out) : exported;
    },
  );
}
