import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkTree } from './link-tree';

test('a linked tree has the same files, and its links lead where they led', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-link-'));
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  mkdirSync(join(from, 'tool/bin'), { recursive: true });
  writeFileSync(join(from, 'tool/bin/run.js'), 'run');
  symlinkSync('tool/bin/run.js', join(from, 'run'));
  linkTree(from, to);
  expect(statSync(join(to, 'tool/bin/run.js')).ino).toBe(statSync(join(from, 'tool/bin/run.js')).ino);
  expect(lstatSync(join(to, 'run')).isSymbolicLink()).toBe(true);
  rmSync(from, { recursive: true });
  expect(readFileSync(join(to, 'run'), 'utf8')).toBe('run');
  rmSync(folder, { recursive: true });
});
