import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayIn, startOf, type TimeZone } from '@/lib/domain/day';
import { goByZoneRules, ruledOffsetMs } from '@/lib/domain/zone-rules';
import { newestRules } from './newest-rules';
import { packagedRules, packagedVersion } from './packaged-rules';
import { systemRules, systemVersion } from './system-rules';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoneinfo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  goByZoneRules(() => null);
});

const systemOf = (version: string) => writeFileSync(join(folder, 'tzdata.zi'), `# version ${version}\nR d 1916 o\n`);

test.each([
  ['2025c', null, 'application', packagedVersion()],
  ['2025c', '2025b', 'application', packagedVersion()],
  ['9999a', '2025b', 'node', '9999a'],
  ['2025c', '9999b', 'system', '9999b'],
  [packagedVersion(), packagedVersion(), 'node', packagedVersion()],
  ['none', null, 'application', packagedVersion()],
] as const)('Node’s %s, the system’s %s: %s decides', (node, system, from, version) => {
  if (system !== null) systemOf(system);
  expect(newestRules({ node, folder })).toMatchObject({ from, version, node });
});

test.each([
  ['America/Vancouver', -7],
  ['America/Edmonton', -6],
  ['America/Winnipeg', -5],
  ['Africa/Casablanca', 0],
  ['Europe/Berlin', 1],
  ['Asia/Calcutta', 5.5],
  ['Asia/Kathmandu', 5.75],
] as const)('by the shipped rules %s is %s hours from UTC this winter, whatever Node says', (zone, hours) => {
  goByZoneRules(newestRules({ node: '2025c', folder }).of);
  const begins = Date.UTC(2026, 11, 15) - hours * 3_600_000;
  expect(startOf('2026-12-15', zone)).toEqual(new Date(begins));
  expect(dayIn(new Date(begins - 1), zone)).toBe('2026-12-14');
});

test('the shipped rules say what Node says where nothing has changed since', () => {
  const zones: TimeZone[] = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'Pacific/Apia'];
  const instants = Array.from({ length: 400 }, (_, index) => Date.UTC(1985, 0, 1) + index * 37.3 * 86_400_000);
  const days = () => zones.map((zone) => instants.map((at) => startOf(dayIn(new Date(at), zone), zone).getTime()));
  const byNode = days();
  goByZoneRules(packagedRules);
  expect(days()).toEqual(byNode);
});

test('an unknown zone, and what is beyond the rules, are left to Node', () => {
  expect(packagedRules('Mars/Olympus')).toBeNull();
  goByZoneRules(() => ({ untils: [0], offsetsMs: [3_600_000] }));
  expect([ruledOffsetMs(-1, 'Any/Zone'), ruledOffsetMs(0, 'Any/Zone')]).toEqual([3_600_000, null]);
});

test('a system’s compiled file is read as RFC 9636 lays it out, and one that leaves the years to a formula is not', () => {
  mkdirSync(join(folder, 'America'));
  writeFileSync(join(folder, 'America/Winnipeg'), compiled([[1_793_516_400, 1]], [-21_600, -18_000], '<-05>5'));
  writeFileSync(join(folder, 'America/Toronto'), compiled([[1_000, 1]], [-18_000, -14_400], 'EST5EDT,M3.2.0,M11.1.0'));
  writeFileSync(join(folder, 'America/Cut'), compiled([[1_000, 1]], [0, 0], 'X0').subarray(0, 60));
  expect(systemRules(folder, 'America/Winnipeg')).toEqual({
    untils: [1_793_516_400_000, Number.POSITIVE_INFINITY],
    offsetsMs: [-21_600_000, -18_000_000],
  });
  for (const name of ['America/Toronto', 'America/Cut', 'America/Nowhere', '../etc/passwd', 'tzdata.zi']) {
    expect(systemRules(folder, name)).toBeNull();
  }
  expect(systemVersion(folder)).toBeNull();
});

/** A file of version 2 whose first block, for readers of before 2005, is empty. */
function compiled(changes: readonly [number, number][], offsets: readonly number[], footer: string): Buffer {
  const head = (times: number, types: number) => {
    const bytes = Buffer.alloc(44);
    bytes.write('TZif2', 'latin1');
    for (const [index, count] of [0, 0, 0, times, types, 4].entries()) bytes.writeUInt32BE(count, 20 + index * 4);
    return bytes;
  };
  const first = Buffer.concat([head(0, 1), Buffer.alloc(6 + 4)]);
  const times = Buffer.alloc(changes.length * 9);
  for (const [index, [at, type]] of changes.entries()) {
    times.writeBigInt64BE(BigInt(at), index * 8);
    times.writeUInt8(type, changes.length * 8 + index);
  }
  const types = Buffer.alloc(offsets.length * 6);
  for (const [index, offset] of offsets.entries()) types.writeInt32BE(offset, index * 6);
  return Buffer.concat([first, head(changes.length, offsets.length), times, types, Buffer.from(`ABC\0\n${footer}\n`)]);
}
