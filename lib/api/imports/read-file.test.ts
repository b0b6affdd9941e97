import { expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { faultSummary } from './fault-summary';
import { mostFaults } from './history-file';
import { readHistoryFile } from './read-file';

const present = { today: '2026-11-23', now: new Date('2026-11-23T06:00:00Z') } as const;
const read = (content: string | Uint8Array) => readHistoryFile({ content, format: null, present });
const many = (text: string, length: number) => text.repeat(Math.floor(length / text.length));
const eight = 8_000_000;

test('a hundred faults are enough, of whatever kind', async () => {
  for (const row of ['1,1', '2026-01-01,1', '2027-01-01,1', '2026-01-01,x', '2026-01-01,', '2026-01-01,1,1']) {
    expect((await read(`day,using_enpass\n${many(`${row}\n`, 200_000)}`)).faults, row).toHaveLength(mostFaults);
  }
});

test('others have their turn while a long file is read', async () => {
  let turns = 0;
  let reading = true;
  const count = (): void => {
    turns += 1;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  const days = Array.from({ length: 20_000 }, (_, at) => `${addDays('1970-01-01', at)},1\n\n\n\n\n\n\n\n`);
  expect((await read(`day,using_enpass\n${days.join('')}`)).rows).toHaveLength(20_000);
  reading = false;
  expect(turns).toBeGreaterThanOrEqual(10);
});

test.each([
  ['20,000 lines of x', many('x\n', 40_000), 'There is no column “day”'],
  ['lines of x', many('x\n', eight), 'There is no column “day”'],
  ['one line', many('x', eight), 'Line 1 is longer than 10,000 characters, which no row of numbers is.'],
  ['one line below a header', `day,using_enpass\n${many('x', eight)}`, 'Line 2 is longer than 10,000 characters'],
  ['quotes', many('"', eight), 'Line 1 is longer than 10,000 characters'],
  ['a quote that is never closed', `day,using_enpass\n"${many('2026-01-01,1\n', eight)}`, 'is opened and not closed'],
  ['commas', many(',', eight), 'Line 1 is longer than 10,000 characters'],
  ['lines of commas', many(',,,\n', eight), 'The file is empty.'],
  ['line feeds', many('\n', eight), 'The file is empty.'],
  ['carriage returns', many('\r', eight), 'The file is empty.'],
  ['emoji', many('👩‍👩‍👧', eight / 3), 'Line 1 is longer than 10,000 characters'],
  ['letters under a tower of accents', many(`e${'\u0301'.repeat(4000)}\n`, eight / 2), 'There is no column “day”'],
  ['brackets', many('[', eight), 'The file is not a JSON list of days.'],
  ['brackets that close', `[${many('[]', eight)}]`, 'Line 1 is longer than 10,000 characters'],
  ['empty objects', `[${many('{},', eight)}{}]`, 'There is no column “day”'],
  ['numbers', `[${many('1,', eight)}1]`, 'At least 100 entries of the list are not objects'],
  ['blanks', `[${many(' ', eight)}]`, 'The list has no day in it.'],
  ['a string', `["${many('x', eight)}"]`, 'Line 1 is longer than 10,000 characters'],
])('8 MB of %s are refused in a sentence', async (_, text, sentence) => {
  const { rows, faults } = await read(Buffer.from(text));
  expect(rows).toEqual([]);
  expect(faults.length).toBeLessThanOrEqual(mostFaults);
  expect(faultSummary(faults)).toContain(sentence);
});
