import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dialect } from '@/lib/adapters/db/drivers/db';
import { cli } from '../support/cli';
import { onEachDatabase } from '../support/databases';
import { contentsOf, emptyPlace, linesOf, type OldPlace, oldBackup, oldDatabase } from './old-database';

// What the command itself notes of a backup or restore, and what ends with an installation.
const passing = [
  'AuditEntry',
  'ChainHead',
  'Session',
  'OneTimeLink',
  'RefreshLease',
  'RateLimiterFlexible',
  'WriteProbe',
];

onEachDatabase((_, kind) => {
  const place = {} as OldPlace;
  beforeEach(async () => {
    Object.assign(place, await emptyPlace(kind));
  });
  afterEach(() => place.drop());
  const run = (...args: string[]) => cli(args, place);

  describe.each([
    ['plain', 'sqlite'],
    ['from-postgresql', 'postgresql'],
  ] as const)('a backup of 01299b9: %s', (name, from) => {
    test('restores into an empty database as it was, and is whole', async () => {
      const restored = await run('restore', oldBackup(name), '--json');
      expect(restored).toMatchObject({ code: 0, stderr: '' });
      expect((await run('verify', '--json')).json()).toMatchObject({ ok: true, broken: [] });
      // The other kind of database hands instants and truths out in another form.
      if (kind === from) expect(await keptLines(place)).toEqual(await oldLines(kind));
    }, 60_000);
  });

  test('a backup with keys brings them along', async () => {
    const restored = await run('restore', oldBackup('with-keys'), '--json');
    expect(restored.json()).toMatchObject({ tokens: { unknown: [] } });
  });

  test('without them the token of Enpass alone has to be entered again', async () => {
    const restored = await run('restore', oldBackup('plain'));
    expect(restored.stdout).toContain('enter it again in Settings, Connection');
  });
});

async function keptLines(place: OldPlace) {
  const old = await oldDatabase(place.url.startsWith('file:') ? 'sqlite' : 'postgresql');
  const like = await contentsOf(old);
  await old.drop();
  return without(linesOf(await contentsOf(place), like));
}

async function oldLines(kind: Dialect) {
  const old = await oldDatabase(kind);
  const lines = linesOf(await contentsOf(old));
  await old.drop();
  return without(lines);
}

const without = (lines: Readonly<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(lines).filter(([table]) => !passing.includes(table)));
