import { expect, test } from 'vitest';
import { residentMb, residentMbIn, rise } from './resident';

test('resident memory is the VmRSS of /proc, not its high-water mark', () => {
  expect(residentMbIn('Name:\tnode\nVmHWM:\t  409600 kB\nVmRSS:\t  204800 kB\nRssAnon:\t  1024 kB\n')).toBe(200);
});

test('a process that has no memory any more has no figure', () => {
  expect(residentMbIn('Name:\tnode\nState:\tZ (zombie)\n')).toBeNaN();
});

test('a process says about the same of itself', () => {
  const told = process.memoryUsage.rss() / 1024 / 1024;
  expect(residentMb(process.pid) / told).toBeGreaterThan(0.8);
  expect(residentMb(process.pid) / told).toBeLessThan(1.25);
});

test('what stays taken is seen as a rise', async () => {
  let kept = Buffer.alloc(0);
  const megabytes = await rise(process.pid, async () => {
    kept = Buffer.alloc(64 * 1024 * 1024, 1);
  });
  expect(kept.length).toBe(64 * 1024 * 1024);
  expect(megabytes).toBeGreaterThan(50);
});
