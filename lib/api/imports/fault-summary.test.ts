import { expect, test } from 'vitest';
import { wholeHistory } from '@/tests/support/whole-history';
import { causes } from './causes';
import { csvSlices } from './csv-file';
import { faultSummary } from './fault-summary';
import { jsonSlices } from './json-file';
import { readHistoryFile } from './read-file';

const now = new Date('2026-11-23T06:00:00Z');
const present = { today: '2026-11-23', now } as const;
const csv = async (text: string) =>
  faultSummary((await readHistoryFile({ content: text, format: 'csv', present })).faults);
const many = (line: string, count: number) => Array.from({ length: count }, () => line).join('\n');

test.each([
  ['', 'The file is empty.'],
  ['day,using_enpass', 'The file has a header but no row below it.'],
  [many('x', 20_000), 'There is no column “day”: the first line names the columns, as in the template.'],
  ['day\n2026-01-01', 'No column has counts: name at least one as Enpass does, such as using_enpass.'],
  ['day,using_enpass\n"2026', 'A quotation mark is opened and not closed, so the rest of the file cannot be read.'],
  ['day,users,using_enpass\n2026-01-01,1,2', 'One column has a name that is not known here, in line 1: "users".'],
  [
    `day,using_enpass\n${many('10/11/2025,1.234', 300)}`,
    'At least 50 days are not written like 2026-02-27, the first in line 2: "10/11/2025" (it can be read in two ways). At least 50 more faults are of another kind.',
  ],
  [
    `day,using_enpass\n2026-01-01,1.234\n2026-01-02,7`,
    'One count is not a whole number, in line 2: using_enpass is "1.234" (it can be read in two ways).',
  ],
  ['day,using_enpass\n2026-01-01,7\n2026-01-01,8', 'One day is in the file twice, in line 3.'],
  ['day,using_enpass\n2027-01-01,7', 'One day or time is in the future, in line 2.'],
  ['day,using_enpass\n2026-01-01,7,8', 'One row has more or fewer cells than the header, in line 2.'],
  ['day,using_enpass,total_license\n2026-01-01,7', 'One row has more or fewer cells than the header, in line 2.'],
])('%.40s', async (text, sentence) => expect(await csv(text)).toBe(sentence));

test('one sentence tells of a whole column', async () => {
  expect(await csv(`day,using_enpass\n${many('10/11/2025,1', 60)}`)).toBe(
    '60 days are not written like 2026-02-27, the first in line 2: "10/11/2025" (it can be read in two ways).',
  );
});

test('a JSON file is told as well', () => {
  const json = (text: string) => faultSummary(wholeHistory(jsonSlices(text)).faults);
  expect(json('{')).toBe('The file is not a JSON list of days.');
  expect(json('[1, 2]')).toBe('2 entries of the list are not objects, the first in line 1.');
});

test('every cause that reading a file can have is met, and told in a sentence', () => {
  const files = [
    '',
    'day,using_enpass',
    'day\n2026-01-01',
    'day,day,odd\n',
    'day,using_enpass\n"',
    'day,using_enpass\n2026',
    'day,using_enpass,taken_at\n1,x,y\n2026-01-01,,2026',
  ];
  const json = ['{', '[]', '[{"day":"x","odd":1,"enpass_active_users":{"total_users":-1,"y":2}},{}, 3]'];
  const faults = [...files.map(csvSlices), ...json.map(jsonSlices)].flatMap((slices) => wholeHistory(slices).faults);
  for (const fault of faults) expect(faultSummary([fault]), fault.message).toMatch(/^[A-Z].+\.$/);
  // What rows are by themselves or beside the history is no matter of reading.
  const others = ['file', 'example', 'conflict', 'twice', 'future', 'too-early', 'no-count'];
  expect([...new Set([...faults.map(({ cause }) => cause), ...others])].sort()).toEqual(Object.keys(causes).sort());
});
