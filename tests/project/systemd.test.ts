import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const unit = 'docs/systemd/adoption.service';
const lines = readFileSync(unit, 'utf8').split('\n');

test('the service waits for a database that comes up late, and for the network', () => {
  expect(lines).toEqual(
    expect.arrayContaining([
      'Wants=network-online.target',
      'After=network-online.target',
      'StartLimitIntervalSec=0',
      'Restart=on-failure',
      'RestartSec=5',
    ]),
  );
  expect(lines.filter((line) => line.startsWith('MemoryDenyWriteExecute'))).toEqual([]);
});

const analyse = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
const version = Number(/\d+/.exec(analyse('--version').stdout ?? '')?.[0] ?? 0);

// Since 250 it judges a file that is not installed.
test.skipIf(version < 250)('systemd finds no fault in it, and little that it could reach', () => {
  const verified = analyse('verify', '--recursive-errors=no', unit);
  // Where Node lies elsewhere than the unit says, that alone is told.
  expect(verified.stderr.split('\n').filter((line) => line !== '' && !line.includes('/usr/bin/node'))).toEqual([]);
  const judged = analyse('security', '--offline=true', '--no-pager', unit).stdout;
  expect(Number(/Overall exposure level for \S+: ([\d.]+)/.exec(judged)?.[1])).toBeLessThanOrEqual(1.5);
});
