import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { temporaryFolder } from '@/tests/support/databases';
import { type PostgresServer, startPostgres } from '@/tests/support/postgres-server';
import { refusal } from '../migrate/refusal';

const day = 86_400_000;
const onDays = (from: number, to: number) => ({
  notBeforeDate: new Date(Date.now() + from * day),
  notAfterDate: new Date(Date.now() + to * day),
});

// Made for each run: a key in the repository would be a secret in the repository.
const certificateFor = (name: string, days = onDays(-1, 30)) =>
  generate([{ name: 'commonName', value: name }], {
    ...days,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });

const withoutServer = describe.skipIf('missing' in inject('postgres'));
const bare = ['hostnossl all guarded 127.0.0.1/32 reject'];

withoutServer.each([
  ['good', 'localhost', onDays(-1, 30)],
  ['for another name', 'db.example.org', onDays(-1, 30)],
  ['expired', 'localhost', onDays(-30, -1)],
] as const)('a PostgreSQL with a certificate that is %s', (sort, name, days) => {
  let server: PostgresServer;
  const dataDir = temporaryFolder();
  const file = join(dataDir, 'authority.pem');
  const at = (query: string, host = 'localhost') => {
    const url = new URL(server.url);
    url.hostname = host;
    return `${url}?${query}`;
  };
  const told = (query: string, host?: string) => refusal(migrate({ url: at(query, host), dataDir }));

  beforeAll(async () => {
    const certificate = await certificateFor(name, days);
    writeFileSync(file, certificate.cert);
    server = await startPostgres({ certificate, access: bare });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('is refused while nobody vouches for it, with the cure', async () => {
    const words = await told('sslmode=require');
    expect(words).toContain(`The PostgreSQL server localhost:${new URL(server.url).port} shows a certificate that`);
    expect(words).toContain(
      sort === 'expired' ? 'has expired: renew it' : 'sslrootcert in DATABASE_URL or by NODE_EXTRA_CA_CERTS',
    );
    expect(words).toContain('sslmode=no-verify');
  });

  test('serves unchecked where that was asked for', async () => {
    await migrate({ url: at('sslmode=no-verify'), dataDir });
    const { prisma, close } = await openDatabase(at('sslmode=no-verify'));
    const ask = prisma.$queryRaw`SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()`;
    expect(await ask).toEqual([{ ssl: true }]);
    await close();
  });

  test('is judged by the words that ask for it', async () => {
    const vouched = `sslrootcert=${encodeURIComponent(file)}`;
    const asked = ['verify-full', 'require', 'verify-ca'].map((mode) => `sslmode=${mode}&${vouched}`);
    const outcomes = await Promise.all(
      asked.map((query) =>
        migrate({ url: at(query), dataDir }).then(
          () => 'served',
          (error: Error) => error.message,
        ),
      ),
    );
    const expected = {
      good: ['served', 'served', 'served'],
      'for another name': [/for another name than localhost/, /for another name/, 'served'],
      expired: [/has expired/, /has expired/, /has expired/],
    }[sort];
    expected.forEach((one, index) => {
      expect(outcomes[index]).toMatch(one);
    });
  });
});

withoutServer('a PostgreSQL', () => {
  test('without encryption says so to whoever wants some', async () => {
    const server = inject('postgres');
    if ('missing' in server) throw new Error(server.missing);
    expect(await refusal(migrate({ url: `${server.url}?sslmode=require`, dataDir: '/nowhere' }))).toMatch(
      /offers no encryption: .*sslmode=disable/,
    );
  });

  test('that wants encryption says so to whoever offers none', async () => {
    const server = await startPostgres({ certificate: await certificateFor('localhost'), access: bare });
    const url = new URL(server.url);
    url.username = 'guarded';
    expect(await refusal(migrate({ url: url.toString(), dataDir: '/nowhere' }))).toMatch(
      /over an encrypted connection only: add sslmode=require/,
    );
    await server.stop();
  });

  test('that does not bind the password to its certificate is left where that is required, and no password is sent', async () => {
    const certificate = await certificateFor('localhost');
    const access = ['hostssl all scram 127.0.0.1/32 scram-sha-256', 'host all plain 127.0.0.1/32 password'];
    const server = await startPostgres({ certificate, access: [...access, ...bare] });
    const dataDir = temporaryFolder();
    const owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
    await owner.query("CREATE ROLE scram SUPERUSER LOGIN PASSWORD 'secret'; CREATE ROLE plain LOGIN PASSWORD 'secret'");
    await owner.end();
    const at = (user: string, query: string) =>
      `${server.url.replace('postgres@', `${user}:secret@`)}?channel_binding=${query}`;
    await migrate({ url: at('scram', 'require&sslmode=no-verify'), dataDir });
    const { store, close } = await openDatabase(at('scram', 'require&sslmode=no-verify'));
    await store.ping();
    await close();
    for (const url of [at('plain', 'require&sslmode=no-verify'), at('plain', 'require'), at('postgres', 'require')]) {
      expect(await refusal(migrate({ url, dataDir }))).toMatch(/does not bind the check of the password to its cert/);
      await expect(openDatabase(url)).rejects.toThrow(/does not bind the check of the password/);
    }
    expect(await refusal(migrate({ url: at('plain', 'prefer'), dataDir }))).not.toMatch(/does not bind/);
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('is found by its socket, as libpq and Cloud SQL name it', async () => {
    const server = await startPostgres();
    const { port } = new URL(server.url);
    const dataDir = temporaryFolder();
    const folder = encodeURIComponent(server.socketFolder);
    const url = `postgresql://postgres:any@/postgres?host=${folder}&port=${port}`;
    await migrate({ url, dataDir });
    const { store, close } = await openDatabase(url);
    await store.ping();
    await close();
    await server.stop();
    await expect(migrate({ url, dataDir })).rejects.toThrow(/at the socket in .* (is not there|refuses connections)/);
    rmSync(dataDir, { recursive: true });
  });
});
