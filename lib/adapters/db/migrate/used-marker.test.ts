import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usedMarkerOf } from './used-marker';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'marker-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test.each([
  'postgres://u:p@localhost/adoption',
  'postgresql://other@LOCALHOST:5432/adoption?schema=public',
  'postgresql://127.0.0.1/adoption?sslmode=require&connection_limit=3',
  'postgresql://u:p@/adoption?host=localhost&port=5432',
  'postgresql://[::1]/%61doption',
  'postgresql://localhost.?dbname=adoption',
])('one database is remembered once, however it is spelled: %s', (url) => {
  usedMarkerOf('postgresql://u:p@localhost:5432/adoption', dataDir).set();
  expect(usedMarkerOf(url, dataDir).exists).toBe(true);
  usedMarkerOf(url, dataDir).set();
  expect(readdirSync(dataDir)).toHaveLength(1);
});

test.each([
  'postgresql://localhost/adoption?schema=own',
  'postgresql://localhost/other',
  'postgresql://localhost:5433/adoption',
])('another is another: %s', (url) => {
  usedMarkerOf('postgresql://localhost/adoption', dataDir).set();
  expect(usedMarkerOf(url, dataDir).exists).toBe(false);
});

test('what an earlier version remembered counts', () => {
  const url = 'postgresql://u:p@DB.example.com:5432/adoption?sslmode=require';
  // SHA-256 of postgresql://DB.example.com:5432/adoption?schema=public, as far as the name needs it.
  writeFileSync(join(dataDir, 'database-da5a8877fbfd02a7.json'), '{}');
  expect(usedMarkerOf(url, dataDir).exists).toBe(true);
});
