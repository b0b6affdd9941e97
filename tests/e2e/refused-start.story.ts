import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { freePort } from '../support/free-port';
import { expect, test } from './stories';

const secrets = { AUTH_SECRET: 'kZ4rWq8nT1vBx6mJ0cLs9dFgHy2uPaE5', ENCRYPTION_KEY: 'Qm7tYc3bNz9kRf5wVh1xLj8sDg4aUe6P' };

const refused: readonly [why: string, url: string | ((dataDir: string) => string), told: RegExp][] = [
  ['nothing listens', 'postgresql://a:hush@127.0.0.1:9/x', /^The PostgreSQL server 127\.0\.0\.1:9 refuses connections/],
  ['nobody knows the host', 'postgresql://a:hush@db.invalid/x', /^The host db\.invalid in DATABASE_URL is not known/],
  ['a word is not known', 'postgresql://a:hush@h/x?nope=1', /DATABASE_URL has the word nope, which is not known/],
  [
    'a newer version has been at it',
    newerDatabase,
    /^The database is newer than this version of the application: .* 29990101000000_later/,
  ],
];

for (const [why, url, told] of refused) {
  test(`a start whose database cannot be used because ${why} ends with 1 and one sentence, and its port never opens`, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'adoption-refused-'));
    const port = await freePort();
    const place = typeof url === 'string' ? url : url(dataDir);
    const env = { ...process.env, ...secrets, DATABASE_URL: place, DATA_DIR: dataDir, PORT: String(port) };
    const child = spawn(process.execPath, [resolve('scripts/start.mjs')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
    let opened = false;
    const watch = setInterval(() => void opens(port).then((isOpen) => (opened ||= isOpen)), 20);
    const [code] = await ended;
    clearInterval(watch);
    const sentences = (await stderr)
      .split('\n')
      .filter((line) => line !== '' && !/^The (application|configuration)/.test(line));
    expect({ code, opened }).toEqual({ code: 1, opened: false });
    expect(sentences).toEqual([expect.stringMatching(told)]);
    expect(`${await stdout}${await stderr}`).not.toContain('hush');
    rmSync(dataDir, { recursive: true, force: true });
  });
}

/** What an application of tomorrow leaves behind, as far as one of today looks at it. */
function newerDatabase(dataDir: string): string {
  const file = join(dataDir, 'newer.db');
  const db = new Database(file);
  db.exec(
    'CREATE TABLE "_prisma_migrations" ("id" TEXT, "checksum" TEXT, "finished_at" DATETIME, "migration_name" TEXT, "rolled_back_at" DATETIME)',
  );
  db.exec(`INSERT INTO "_prisma_migrations" VALUES ('1', 'x', 1, '29990101000000_later', NULL)`);
  db.close();
  return `file:${file}`;
}

/** The start tries the port for a moment, to know that it is free; who connects just then is let go at once. */
async function opens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const closed = new Promise<false>((resolve) => socket.on('close', () => resolve(false)));
  const isOpen = await Promise.race([closed, wait(500, true)]);
  socket.destroy();
  return isOpen;
}
