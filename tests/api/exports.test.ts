import { expect, test } from 'vitest';
import { apiWorld, halfAYear } from './api-world';

const { tokens, ask } = apiWorld({ asks: 'max', furnish: halfAYear });

test('exports of weeks, of a trend, and as a spreadsheet are files', async () => {
  const weeks = await ask('GET', '/export', { query: '?of=weeks&format=csv' });
  expect(weeks.headers.get('content-disposition')).toBe('attachment; filename="adoption-weeks.csv"');
  expect((await weeks.text()).split('\r\n')[1]).toMatch(/^2026-W23,2026-06-01,2026-06-07,over/);
  const trend = await ask('GET', '/export', { query: '?of=trend&metric=usage&metric=adoption&format=json' });
  expect(await trend.json()).toHaveLength(84);
  const sheet = await ask('GET', '/export', { query: '?format=xlsx', token: tokens.reader });
  expect(sheet.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
