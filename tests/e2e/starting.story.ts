import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { temporaryEnvironment, temporaryFolder } from '../../demo/temporary-environment.mjs';
import { freePort } from '../support/free-port';
import { noSmallDisks, smallDisk } from '../support/small-disk';
import { expect, test } from './stories';

const fake = { url: 'http://127.0.0.1:9', token: 'nobody-is-asked' };

/** Starts a server that should not; answers how it ended, what it said, and whether anybody was answered meanwhile. */
async function refused(dataDir: string, env: Record<string, string> = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, [resolve('scripts/start.mjs')], {
    env: { ...process.env, ...temporaryEnvironment({ dataDir, fake }), PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let answered = 0;
  const asking = setInterval(() => {
    const heard = () => {
      answered += 1;
    };
    void fetch(`http://127.0.0.1:${port}/api/health/live`).then(heard, () => {});
  }, 100);
  const [said, log, code] = await Promise.all([
    text(child.stderr),
    text(child.stdout),
    new Promise<number | null>((done) => child.on('exit', done)),
  ]);
  clearInterval(asking);
  for (const line of log.split('\n').filter((one) => one !== '')) expect(() => JSON.parse(line)).not.toThrow();
  const words = said.split('The application did not start.\n')[1]?.trim() ?? said;
  return { code, answered, words, lines: words.split('\n').length };
}

const made = async () => {
  const dataDir = temporaryFolder();
  const url = `file:${join(dataDir, 'adoption.db')}`;
  await migrate({ url, dataDir });
  return { dataDir, db: new Database(join(dataDir, 'adoption.db')) };
};

const faults: Record<string, { words: RegExp; furnish: () => Promise<[string, Record<string, string>?]> }> = {
  'a data folder below a file': {
    words: /DATA_DIR cannot keep its file/,
    furnish: async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'file'), '');
      return [join(folder, 'file', 'data')];
    },
  },
  'a database that is a folder': {
    words: /cannot be opened for writing/,
    furnish: async () => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'adoption.db'));
      return [folder];
    },
  },
  'a file that is no database': {
    words: /damaged or is no SQLite database/,
    furnish: async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'adoption.db'), 'no database '.repeat(1_000));
      return [folder];
    },
  },
  'a database of a newer version': {
    words: /newer than this version/,
    furnish: async () => {
      const { dataDir, db } = await made();
      db.exec(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '99990101000000_later', 1)`,
      );
      db.close();
      return [dataDir];
    },
  },
  'a database that lost its tables': {
    words: /no such table|does not exist/,
    furnish: async () => {
      const { dataDir, db } = await made();
      db.pragma('foreign_keys = OFF');
      db.exec('DROP TABLE "Organisation"');
      db.close();
      return [dataDir];
    },
  },
  'a key file without a key': {
    words: /damaged file encryption-key/,
    furnish: async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'encryption-key'), '\n');
      return [folder];
    },
  },
  'PostgreSQL without keys': {
    words: /ENCRYPTION_KEY must be set with PostgreSQL/,
    furnish: async () => [temporaryFolder(), { DATABASE_URL: 'postgresql://a@127.0.0.1:9/b' }],
  },
  'a history shorter than remembered': {
    words: /readings: 5 rows known, 0 here/,
    furnish: async () => {
      const { dataDir, db } = await made();
      db.close();
      const [marker = ''] = readdirSync(dataDir).filter((name) => name.startsWith('database-'));
      const readings = { length: 5, hash: 'a'.repeat(64), keyId: null };
      const audit = { length: 0, hash: '0'.repeat(64), keyId: null };
      const heads = { audit, readings };
      const kept = { at: '2026-11-01T00:00:00.000Z', heads, database: marker.replace('.json', '') };
      writeFileSync(join(dataDir, 'chain-heads.json'), JSON.stringify(kept));
      return [dataDir];
    },
  },
};

for (const [fault, { words, furnish }] of Object.entries(faults)) {
  test(`${fault} ends the start with 1 and words, before anybody is answered`, async () => {
    const ended = await refused(...(await furnish()));
    expect(ended.words).toMatch(words);
    expect(ended).toMatchObject({ code: 1, answered: 0 });
    expect(ended.lines, ended.words).toBeLessThanOrEqual(3);
  });
}

test('a full disk ends the start with 1 and words, before anybody is answered', async () => {
  test.skip(noSmallDisks !== null, noSmallDisks ?? '');
  const disk = smallDisk(2);
  disk.fill(40_000);
  const ended = await refused(temporaryFolder(), { DATABASE_URL: `file:${join(disk.folder, 'adoption.db')}` });
  disk.end();
  expect(ended.words).toMatch(/full/);
  expect(ended).toMatchObject({ code: 1, answered: 0 });
});
