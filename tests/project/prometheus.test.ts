import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const alerts = readFileSync('docs/prometheus/alerts.yml', 'utf8');
const measures = ['app/_doors/answer/health.ts', 'lib/services/operation/parts/measure-history.ts']
  .map((file) => readFileSync(file, 'utf8'))
  .flatMap((source) => [...source.matchAll(/name: '([a-z_]+)'/g)].map(([, name = '']) => name));

test('every alert asks for what is measured', () => {
  const asked = [...alerts.matchAll(/\b((?:adoption|process)_\w+|up)\{job="adoption"\}/g)].map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(7);
  expect(asked.filter((name) => name !== 'up' && !measures.includes(name ?? ''))).toEqual([]);
});

const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

test.skipIf(!hasPromtool)('Prometheus takes the alerts, and they fire when they should and not before', () => {
  const run = (...args: string[]) => execFileSync('promtool', args, { encoding: 'utf8' });
  expect(run('check', 'rules', 'docs/prometheus/alerts.yml')).toContain('SUCCESS: 5 rules found');
  expect(run('check', 'config', '--syntax-only', 'docs/prometheus/scrape.yml')).toContain('SUCCESS');
  expect(run('test', 'rules', 'docs/prometheus/alerts.test.yml')).toContain('SUCCESS');
});
