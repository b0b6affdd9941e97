import { expect, test } from 'vitest';
import { countFields } from '@/lib/domain/snapshot';
import { parseCsvHistory } from './csv-file';
import { faultSummary } from './fault-summary';
import { rowErrors } from './history-file';
import { parseJsonHistory } from './json-file';

const now = new Date('2026-11-23T06:00:00Z');
const csv = (text: string) => {
  const { rows, errors } = parseCsvHistory(text);
  return faultSummary([...errors, ...rowErrors(rows, { today: '2026-11-23', now })]);
};
const many = (line: string, count: number) => Array.from({ length: count }, () => line).join('\n');

test.each([
  ['', 'The file is empty.'],
  ['day,using_enpass', 'The file has a header but no row below it.'],
  [many('x', 20_000), 'There is no column “day”: the first line names the columns, as in the template.'],
  ['day\n2026-01-01', 'No column has counts: name at least one as Enpass does, such as using_enpass.'],
  ['day,using_enpass\n"2026', 'A quotation mark is opened and not closed, so the rest of the file cannot be read.'],
  ['day,users,using_enpass\n2026-01-01,1,2', 'One column has a name that is not known here, in line 1.'],
  [
    `day,using_enpass\n${many('10/11/2025,1.234', 300)}`,
    '300 days are not written like 2026-02-27, the first in line 2. 300 more faults are of another kind.',
  ],
  [`day,using_enpass\n2026-01-01,1.234\n2026-01-02,7`, 'One count is not a whole number, in line 2.'],
  ['day,using_enpass\n2026-01-01,7\n2026-01-01,8', 'One day is in the file twice, in line 3.'],
  ['day,using_enpass\n2027-01-01,7', 'One day or time is in the future, in line 2.'],
  ['day,using_enpass\n2026-01-01,7,8', 'One row has more or fewer cells than the header, in line 2.'],
  ['day,using_enpass,total_license\n2026-01-01,7', 'One row has more or fewer cells than the header, in line 2.'],
])('%.40s', (text, sentence) => expect(csv(text)).toBe(sentence));

test('a JSON file is told as well', () => {
  expect(faultSummary(parseJsonHistory('{').errors)).toBe('The file is not a JSON list of days.');
  expect(faultSummary(parseJsonHistory('[1, 2]').errors)).toBe(
    '2 entries of the list are not objects, the first in line 1.',
  );
});

test('every fault that reading a file can have belongs to a cause', () => {
  const files = [
    `day,${countFields.join(',')},day,odd,taken_at\n`,
    'day,using_enpass,taken_at\n1,x,y\n2026-01-01,,2026\n2026-01-01,1,2027-01-01T00:00:00Z\n1800-01-01,1,\n2026-01-02,1\n2999-01-30,1,\n2026-01-03,,',
  ];
  const faults = files.flatMap((text) => {
    const { rows, errors } = parseCsvHistory(text);
    return [...errors, ...rowErrors(rows, { today: '2026-11-23', now })];
  });
  const json = parseJsonHistory('[{"day":"x","odd":1,"enpass_active_users":{"total_users":-1,"y":2}},{}, 3]').errors;
  for (const fault of [...faults, ...json]) expect(faultSummary([fault]), fault.message).not.toContain(fault.message);
});
