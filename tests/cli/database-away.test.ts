import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { castPassword } from '../../demo/cast';
import { cli } from '../support/cli';
import { postgresDatabase, temporaryFolder } from '../support/databases';

const secrets = { AUTH_SECRET: 'kZ4rWq8nT1vBx6mJ0cLs9dFgHy2uPaE5', ENCRYPTION_KEY: 'Qm7tYc3bNz9kRf5wVh1xLj8sDg4aUe6P' };
const awayOf = (url: string) =>
  `Stopped: the PostgreSQL server ${new URL(url).host} ended the connection: its log says why. What was not finished is as it was before; try again in a moment.`;

// What a start reads first, and what a transaction or a cursor comes to later.
const held = {
  'before it begins': 'LOCK TABLE "_prisma_migrations" IN ACCESS EXCLUSIVE MODE',
  'in the middle of a transaction': 'LOCK TABLE "AuditEntry" IN ACCESS EXCLUSIVE MODE',
  'in the middle of a backup': 'LOCK TABLE "RefreshRun" IN ACCESS EXCLUSIVE MODE',
};

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL that ends the connection of the command line', () => {
  test.each(Object.entries(held))(
    '%s leads to plain words and exit code 1',
    async (when, lock) => {
      const { url, drop } = await postgresDatabase('migrated');
      const away = awayOf(url);
      const dataDir = temporaryFolder();
      const blocker = new pg.Client({ connectionString: url });
      await blocker.connect();
      const user = [
        'user',
        'add',
        '--email',
        'ada@example.org',
        '--name',
        'Ada',
        '--role',
        'admin',
        '--password-stdin',
      ];
      const command = when.endsWith('backup') ? ['backup', join(dataDir, 'file')] : user;
      const env = { ...secrets, DATABASE_URL: url };
      // Of nothing there is no backup.
      if (when.endsWith('backup')) await cli(user, { dataDir, env, input: `${castPassword}\n` });
      for (const flags of [[], ['--json']]) {
        await blocker.query('BEGIN');
        await blocker.query(lock);
        const running = cli([...command, ...flags], { dataDir, env, input: `${castPassword}\n` });
        await Promise.race([endBlocked(blocker), running]);
        await blocker.query('ROLLBACK');
        const { code, stdout, stderr } = await running;
        const told = flags.length > 0 ? `${JSON.stringify({ error: { kind: 'database-away', message: away } })}\n` : '';
        expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: told, stderr: told === '' ? `${away}\n` : '' });
      }
      await blocker.end();
      rmSync(dataDir, { recursive: true });
      await drop();
    },
    60_000,
  );
});

/** Ends whoever waits for what this connection holds. */
async function endBlocked(blocker: pg.Client): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    // A transaction sees who is there as it first looked.
    await blocker.query('SELECT pg_stat_clear_snapshot()');
    const { rowCount } = await blocker.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))',
    );
    if (rowCount !== 0) return;
    await wait(20);
  }
}
