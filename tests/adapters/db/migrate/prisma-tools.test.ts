import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { onEachDatabase, unmigratedPerTest } from '@/tests/support/databases';

type Ended = { readonly code: number; readonly said: string };

// Developers' own tools on top of scripts/schema-engine.mjs; the application itself never needs them.
onEachDatabase((_, kind) => {
  const place = unmigratedPerTest(kind);

  async function prisma(...args: string[]): Promise<Ended> {
    const env = { ...process.env, DATABASE_URL: place.url };
    const child = spawn(process.execPath, ['node_modules/prisma/build/index.js', ...args], { env });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    return { code, said };
  }
  const difference = ['migrate', 'diff', '--from-config-datasource', '--to-schema', `prisma/${kind}`, '--exit-code'];

  test('Prisma finds a database that the application migrated up to date, and like the models', async () => {
    await migrate(place);
    const [status, diff] = await Promise.all([prisma('migrate', 'status'), prisma(...difference)]);
    expect(status).toMatchObject({ code: 0, said: expect.stringContaining('up to date') });
    expect(diff).toMatchObject({ code: 0 });
  }, 60_000);

  test('Prisma names a table that differs from the models', async () => {
    await migrate(place);
    const { prisma: client, close } = await openDatabase(place.url);
    await client.$executeRawUnsafe('ALTER TABLE "Setting" ADD COLUMN "surplus" INTEGER');
    await close();
    const { code, said } = await prisma(...difference);
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining('`Setting`') });
  }, 60_000);

  test('what Prisma deployed is complete for the application', async () => {
    const { code, said } = await prisma('migrate', 'deploy');
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(await migrate(place)).toEqual([]);
    rmSync(place.dataDir, { recursive: true, force: true });
  }, 60_000);
});
