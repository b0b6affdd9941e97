import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesIn } from './entries.mjs';

test('a link to a folder is a link, and what it leads to is named once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-entries-'));
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b', 'file'), '');
  symlinkSync('b', join(folder, 'a'));
  expect(entriesIn(folder).map(({ name }) => name)).toEqual(['a', 'b', 'b/file']);
  rmSync(folder, { recursive: true });
});
