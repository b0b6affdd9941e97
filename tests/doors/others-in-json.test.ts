import { expect, test } from 'vitest';
import { startChild } from '../support/child';

test('whatever others say is a line of JSON with its request’s id, and no link that is good once', async () => {
  const output = await startChild('tests/doors/speaking-process.ts').output;
  const lines: { msg: string }[] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.every(({ msg }) => msg === 'said')).toBe(true);
  expect(lines).toHaveLength(7);
  expect(lines).toEqual(
    expect.arrayContaining([
      said('info', 'a line\nand another'),
      said('info', 'two of 3 { nested: { deep: [ 1 ] } }'),
      said('warn', 'coloured'),
      said('warn', 'DeprecationWarning: something is old'),
      said('error', expect.stringMatching(/^Error: broke at \/set-up\/… here\n {4}at /), 'request-one'),
      said('warn', 'unreadable', 'request-two'),
      said('error', 'ours', 'request-three'),
    ]),
  );
});

const said = (level: string, text: unknown, requestId?: string) => ({
  ...{ level, text, msg: 'said', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
  ...(requestId === undefined ? {} : { requestId }),
});
