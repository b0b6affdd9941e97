import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { breachedList } from './breached-list';

const folder = mkdtempSync(join(tmpdir(), 'adoption-breached-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(text: string): string {
  files += 1;
  const path = join(folder, `${files}.txt`);
  writeFileSync(path, text);
  return path;
}

const stolen = Array.from({ length: 5000 }, (_, at) => `stolen password ${at}`);
const hash = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const hashes = stolen.map(hash).sort();

test.each([
  ['hashes alone', hashes.join('\n')],
  ['hashes with counts, as they are handed out', hashes.map((line, at) => `${line}:${at * 97}`).join('\r\n')],
  ['hashes in small letters', `${hashes.join('\n').toLowerCase()}\n`],
  ['one hash', `${hash('stolen password 0')}\n`],
])('%s: what is on the list is found, and nothing else', async (name, text) => {
  const list = breachedList(fileOf(text));
  await list.check();
  const on = name === 'one hash' ? stolen.slice(0, 1) : [...stolen.slice(0, 300), ...stolen.slice(-300)];
  for (const password of on) expect(await list.has(password), password).toBe(true);
  for (let at = 0; at < 300; at += 1) expect(await list.has(`another password ${at}`)).toBe(false);
});

test('the first and the last line are found, too', async () => {
  const list = breachedList(fileOf(hashes.join('\n')));
  const ends = [hashes[0], hashes.at(-1)];
  for (const password of stolen.filter((one) => ends.includes(hash(one)))) expect(await list.has(password)).toBe(true);
});

test('passwords in plain lines are found however they are written', async () => {
  const list = breachedList(fileOf(`letmein123456\nKorrekt Pferd Batterie\nﬁne long words\n`));
  await list.check();
  for (const password of ['letmein123456', 'LetMeIn123456', 'korrekt pferd batterie', 'fine long words']) {
    expect(await list.has(password), password).toBe(true);
  }
  expect(await list.has('letmein12345')).toBe(false);
  expect(await list.has('')).toBe(false);
});

test('an empty list holds nothing', async () => {
  const list = breachedList(fileOf(''));
  await list.check();
  expect(await list.has('letmein123456')).toBe(false);
});

test.each([
  ['a file that is not there', () => join(folder, 'none'), /cannot be read \(ENOENT\)/],
  ['a folder', () => folder, /names no file/],
  ['hashes in another order', () => fileOf(hashes.toReversed().join('\n')), /not in ascending order/],
])('%s is said at once', async (_, path, words) => {
  await expect(breachedList(path()).check()).rejects.toThrow(words);
});
