import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port';
import { ownerOfServer } from './postgres-server';

export type Pooler = { readonly url: string; stop(): Promise<void> };

const program = '/usr/sbin/pgbouncer';

/** Why there is no PgBouncer for the tests, said loudly; null when there is one. As root on Debian it is installed. */
export function pgbouncerMissing(): string | null {
  if (!isThere() && process.getuid?.() === 0) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'pgbouncer'], { stdio: 'ignore' });
  }
  if (isThere()) return null;
  const missing = `no ${program}, and it could not be installed`;
  if (process.env.CI === 'true') throw new Error(`No PgBouncer for the tests, and CI must have one: ${missing}`);
  console.warn(`\n*** No PgBouncer for the tests: they are SKIPPED. Install the package pgbouncer. (${missing}) ***\n`);
  return missing;
}

const isThere = (): boolean => spawnSync(program, ['--version']).status === 0;

/** A PgBouncer in front of a server, which lends its few connections for a transaction each. */
export async function startPgbouncer(serverUrl: string): Promise<Pooler> {
  const { hostname, port: serverPort, username, pathname } = new URL(serverUrl);
  const home = mkdtempSync(join(tmpdir(), 'adoption-pgbouncer-'));
  chmodSync(home, 0o755);
  const port = await freePort();
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 3,
    max_client_conn: 100,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const server = `* = host=${hostname} port=${serverPort} user=${username}`;
  writeFileSync(join(home, 'pgbouncer.ini'), ['[databases]', server, '[pgbouncer]', ...lines, ''].join('\n'));
  const child = spawn(program, [join(home, 'pgbouncer.ini')], { ...ownerOfServer(), stdio: 'ignore' });
  await listening(port);
  return {
    url: `postgresql://${username}@127.0.0.1:${port}${pathname}`,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (answered) return;
    await wait(50);
  }
  throw new Error('PgBouncer did not start');
}
