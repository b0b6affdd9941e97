import { type Command, Option } from 'commander';
import { auditFormats } from '@/lib/api/audit';
import { action } from './action';
import { tellFile } from './tell-file';

export function auditCommands(program: Command): void {
  const audit = program.command('audit').description('who did what');

  action(
    audit
      .command('export')
      .description('write the audit log as a file, newest first')
      .addOption(new Option('--format <format>', 'form of the file').choices(auditFormats).default('csv'))
      .option('--from <day>', 'first day, YYYY-MM-DD')
      .option('--to <day>', 'last day, YYYY-MM-DD')
      .option('--out <file>', 'write there instead of to standard output'),
    async (ctx, { options: { format, from, to, out } }) => {
      const { exportAudit } = await import('@/lib/services/audit/export-audit');
      const exported = await exportAudit(ctx, { format, from, to });
      return exported.ok ? tellFile(exported.value.pieces, out) : exported;
    },
  );
}
