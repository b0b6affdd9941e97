import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@/lib/adapters/db/migrate/make-folder';
import { fail, ok, type Result } from '@/lib/domain/result';

export type SecretName = 'auth-secret' | 'encryption-key';

/** Secrets the application made for itself: one file each, one secret a line, the current one first. */
export type SecretFiles = {
  /** What the file holds; made when it is not there. Processes that start at once get the same. */
  keep(dataDir: string, name: SecretName): Result<readonly string[], { kind: 'unwritable'; code: string }>;
};

export const diskSecretFiles: SecretFiles = {
  keep(dataDir, name) {
    const file = join(dataDir, name);
    try {
      makeFolder(dataDir);
      const lines = readSecretFile(file) ?? create(file);
      return ok(lines);
    } catch (error) {
      return fail({ kind: 'unwritable', code: codeOf(error) });
    }
  },
};

/** Writes the secrets of a file anew, whole or not at all. */
export function replaceSecretFile(file: string, secrets: readonly string[]): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, secrets.map((secret) => `${secret}\n`).join(''), { mode: 0o600, flag: 'wx', flush: true });
  renameSync(draft, file);
}

export const newSecret = (): string => randomBytes(48).toString('base64');

export function readSecretFile(file: string): readonly string[] | null {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
    const [first = '', ...older] = lines;
    return [first, ...older.filter((line) => line !== '')];
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

// Linking a finished file makes name and content appear together, and only for the first of several processes.
function create(file: string): readonly string[] {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecretFile(file) ?? [];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
