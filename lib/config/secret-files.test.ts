import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecretFiles, secretVariables } from './secret-files';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, 'secret');
  writeFileSync(path, content);
  return path;
}

test.each(secretVariables)('%s may stand in a file', (name) => {
  expect(readSecretFiles({ [`${name}_FILE`]: file('a secret') })).toMatchObject({
    given: { [name]: 'a secret' },
    faults: [],
  });
});

test.each([
  ['a line feed', 'secret\n', 'secret'],
  ['a CRLF', 'secret\r\n', 'secret'],
  ['only one of them', 'secret\n\n', 'secret\n'],
  ['no blanks', ' secret ', ' secret '],
])('%s at the end is not part of it', (_what, content, expected) => {
  expect(readSecretFiles({ METRICS_TOKEN_FILE: file(content) }).given.METRICS_TOKEN).toBe(expected);
});

test.each([
  ['empty', () => file(''), /empty/],
  ['of a line feed alone', () => file('\n'), /empty/],
  ['not there', () => join(folder, 'none'), /cannot be read \(ENOENT\)/],
  ['a folder', () => folder, /cannot be read/],
])('a file that is %s is a fault that names the variable', (_what, path, words) => {
  const { faults } = readSecretFiles({ AUTH_SECRET_FILE: path() });
  expect(faults).toEqual([{ variable: 'AUTH_SECRET_FILE', message: expect.stringMatching(words) }]);
});

test('both forms at once are a fault', () => {
  const { faults } = readSecretFiles({ SMTP_URL: 'smtp://a', SMTP_URL_FILE: file('smtp://b') });
  expect(faults).toMatchObject([{ variable: 'SMTP_URL_FILE' }]);
});
