import { cpSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { addDays } from '@/lib/domain/day';
import { freshSqlite } from '@/tests/support/databases';
import { anOrganisation, aReading } from '../rows';

const many = Array.from({ length: 3_000 }, (_, at) => aReading(addDays('2000-01-01', at)));

test('what a large transaction wrote is in the log when it ends, and is brought into the file later', async () => {
  const { url, store, drop } = await freshSqlite();
  const acme = await anOrganisation(store);
  const size = () => statSync(fileOf(url)).size;
  const before = size();
  await store.readings.record(acme, many);
  expect(size()).toBe(before);

  // As if the process had been killed here.
  const copy = join(dirname(fileOf(url)), 'killed');
  mkdirSync(copy);
  for (const end of ['', '-wal']) cpSync(fileOf(url) + end, join(copy, `adoption.db${end}`));
  const killed = await openDatabase(`file:${join(copy, 'adoption.db')}`);
  expect((await killed.store.readings.page(acme, many.length - 1, 9)).map(({ seq }) => seq)).toEqual([many.length]);
  await killed.close();

  await expect.poll(size, { timeout: 5_000 }).toBeGreaterThan(before + many.length * 500);
  const [first] = await store.readings.record(acme, [aReading('2026-11-22')]);
  expect((await store.readings.byId(acme, first ?? ''))?.seq).toBe(many.length + 1);
  await drop();
});

test('a store closed before its log is brought into the file leaves nothing open', async () => {
  const { url, drop } = await freshSqlite();
  const { store, close } = await openDatabase(url);
  const acme = await anOrganisation(store);
  await store.readings.record(acme, many);
  await close();
  // The last connection to close takes the log with it.
  expect(statSync(`${fileOf(url)}-wal`, { throwIfNoEntry: false })).toBeUndefined();
  await drop();
});
