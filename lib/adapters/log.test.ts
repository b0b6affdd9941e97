import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from './log';

const { isTTY } = process.stdout;
afterEach(() => {
  process.stdout.isTTY = isTTY;
  vi.restoreAllMocks();
});

test('a terminal gets lines for people, written before the call returns', async () => {
  process.stdout.isTTY = true;
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const log = await createLog('info');
  log.info('refresh-succeeded', { attempts: 2 });
  log.debug('sign-in-warning');
  expect(written.join('')).toMatch(/^\[\d\d:\d\d:\d\d\.\d{3}\].*INFO.*refresh-succeeded.*\n.*attempts.*2.*\n$/s);
});

test('a terminal that is gone ends nothing', async () => {
  process.stdout.isTTY = true;
  await createLog('info');
  expect(() => process.stdout.emit('error', Object.assign(new Error('EIO'), { code: 'EIO' }))).not.toThrow();
});
