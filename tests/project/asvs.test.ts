import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentSchema } from '@/lib/config/environment';

const entry = z.strictObject({
  id: z.string().regex(/^V\d+\.\d+\.\d+$/),
  level: z.union([z.literal(1), z.literal(2)]),
  state: z.enum(['met', 'not-applicable', 'open']),
  shown: z.array(z.string()).default([]),
  presumes: z.array(z.string()).default([]),
  reason: z.string().optional(),
});

const entries = z.array(entry).parse(parse(readFileSync('docs/security/asvs.yaml', 'utf8')));
const of = (level: 1 | 2, state?: string) =>
  entries.filter((one) => one.level === level && (state ?? one.state) === one.state);

// A hash of "id level" lines, in order: the standard's own list says it, and nobody can leave one out.
test('every requirement of levels 1 and 2 is there, once and in order', () => {
  expect([of(1).length, of(2).length]).toEqual([70, 183]);
  const lines = entries.map(({ id, level }) => `${id} ${level}`).join('\n');
  expect(createHash('sha256').update(lines).digest('hex')).toBe(
    '3765ed9541ee1523694f731f53d3201978aa23cf9cac70481d40476d8a2d1e27',
  );
});

test('what is met is shown by files that are there and tests that are in them', () => {
  expect(entries.filter(({ state, shown }) => state === 'met' && shown.length === 0)).toEqual([]);
  const missing = entries.flatMap(({ id, shown }) => shown.filter((one) => !isThere(one)).map((one) => `${id} ${one}`));
  expect(missing).toEqual([]);
});

test('what is not met or does not apply has a reason', () => {
  expect(entries.filter(({ state, reason }) => state !== 'met' && (reason ?? '').length < 12)).toEqual([]);
});

test('what a requirement presumes is a setting, and told in the list of those', () => {
  const told = [...readFileSync('docs/security/README.md', 'utf8').matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(
    ([, head = '']) => [...head.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  const presumed = new Set(entries.flatMap(({ presumes }) => presumes));
  expect([...presumed].filter((name) => !told.includes(name) || !(name in environmentSchema.shape))).toEqual([]);
});

test('level 1 has at most two exceptions', () => {
  expect(
    of(1, 'open')
      .map(({ id }) => id)
      .slice(2),
  ).toEqual([]);
});

test('of level 2, 95 % of what applies is met', () => {
  const [met, open] = [of(2, 'met').length, of(2, 'open').length];
  expect(met / (met + open)).toBeGreaterThanOrEqual(0.95);
});

/** `file`, or `file: name of a test` as the file writes it. */
function isThere(shown: string): boolean {
  const [file = '', name] = splitOnce(shown);
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  return name === undefined || (/\.(test|story)\.tsx?$/.test(file) && hasTest(readFileSync(file, 'utf8'), name));
}

const splitOnce = (shown: string): string[] => {
  const at = shown.indexOf(': ');
  return at < 0 ? [shown] : [shown.slice(0, at), shown.slice(at + 2)];
};

/** Where the line was too long, the name is on a line of its own. */
const hasTest = (text: string, name: string): boolean =>
  ["'", '"', '`'].some((quote) => text.replaceAll(/\(\s+/g, '(').includes(`(${quote}${name}${quote}`));
