import type { Command } from 'commander';
import { fail, ok } from '@/lib/domain/result';
import type { StaysRevoked } from '@/lib/services/operation/restore-backup';
import { action } from './action';
import { emptyPlaceWords } from './empty-place';
import { fileFault } from './file-fault';
import { tableOf } from './table';
import { fileAt } from './working-directory';

export function backupCommands(program: Command): void {
  action(
    program
      .command('backup')
      .description('write one file with everything kept, as it is at one moment, while the server goes on')
      .argument('<file>', 'where to; an existing file is replaced when the new one is whole')
      .option('--with-keys', 'put the encryption keys into it: then keep it like a password', false),
    async (ctx, { args: [file = ''], options: { withKeys } }) => {
      const empty = await emptyPlaceWords(ctx);
      // A file of nothing, night after night, would be found out on the day it is needed.
      if (empty !== null) return fail({ kind: 'told', message: `Nothing to back up. ${empty}` });
      const { backUp } = await import('@/lib/services/operation/back-up');
      const done = await backUp(ctx, { file: fileAt(file), withKeys }).catch((error: unknown) =>
        fileFault(error, file),
      );
      if (!done.ok) return done;
      const { rows, isNoted } = done.value;
      const note = isNoted ? '' : ' The database cannot be written, so the audit log has no entry of it.';
      return ok({ data: { file, rows, withKeys }, words: `${rowsTable(rows)}\nWritten to ${file}.${note}` });
    },
  );

  action(
    program
      .command('restore')
      .description('put a backup in the place of everything; checks all of it before it replaces anything')
      .argument('<file>', 'a file written by `backup`')
      .option('--force', 'replace a database that people already use', false),
    async (ctx, { args: [file = ''], options: { force } }) => {
      const { restoreBackup } = await import('@/lib/services/operation/restore-backup');
      const done = await restoreBackup(ctx, { file: fileAt(file), force });
      if (!done.ok) return done;
      const { madeAt, rows, tokens, unreadableFactors, keptAt, staysRevoked, withoutAdmin } = done.value;
      const codes = unreadableFactors
        .map(
          (address) => `\nThe codes of ${address} cannot be checked without their key: \`user reset-second-factor\`.`,
        )
        .join('');
      const token =
        tokens.unknown.length === 0
          ? ''
          : '\nThe Enpass token was sealed with a key that is not here: enter it again in Settings, Connection.';
      const kept = keptAt === null ? '' : `\nWhat was here before is kept in ${keptAt}; restore it likewise.`;
      const admin = withoutAdmin
        ? '\nNobody is an admin now: `user role --role admin --email ...` makes somebody one.'
        : '';
      const after = `${kept}${revokedWords(staysRevoked)}${admin}${token}${codes}`;
      const words = `${rowsTable(rows)}\nRestored as of ${madeAt}. Everybody signs in again.${after}`;
      return ok({ data: { file, madeAt, rows, tokens, unreadableFactors, keptAt, staysRevoked, withoutAdmin }, words });
    },
    { to: 'restore' },
  );
}

const rowsTable = (rows: Readonly<Record<string, number>>): string =>
  tableOf(
    ['table', 'rows'],
    Object.entries(rows).map(([table, count]) => ({ table, rows: String(count) })),
  );

/** What a restore does not give back, a line each. */
function revokedWords({ tokens, passwords, roles, disabled, factors }: StaysRevoked): string {
  const lines = [
    ...tokens.map(({ name, owner }) => `The API token "${name}" of ${owner} stays revoked.`),
    ...passwords.map((email) => `The newer password of ${email} holds.`),
    ...roles.map(({ email, inBackup, now }) => `${email} stays ${now} (${inBackup} in the backup).`),
    ...disabled.map((email) => `${email} stays disabled.`),
    ...factors.map((email) => `${email} keeps the second factor of now.`),
  ];
  return lines.map((line) => `\n${line}`).join('');
}
