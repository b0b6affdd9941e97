import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditActions } from '@/lib/domain/audit';
import { logEvents } from '@/lib/domain/log-events';

const lists = ['lib/domain/audit.ts', 'lib/domain/log-events.ts'];
const code = ['app', 'lib', 'scripts', 'server'].filter((folder) => readdirSync('.').includes(folder));
const written = code.flatMap(sourcesIn).join('\n');

// What nobody writes has no place in a list that people search and alert on.
test.each([
  ['audit action', Object.keys(auditActions)],
  ['log event', Object.keys(logEvents)],
])('each %s of the list is written somewhere', (_, names) => {
  expect(names.filter((name) => !new RegExp(`['"]${name}['"]`).test(written))).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.|\/generated\//.test(file) && !lists.includes(file))
    .map((file) => readFileSync(file, 'utf8'));
}
