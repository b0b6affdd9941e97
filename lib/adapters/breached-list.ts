import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export type BreachedList = {
  /** Throws, in words for whoever runs the server, where the file is no such list. */
  check(): Promise<void>;
  has(password: string): Promise<boolean>;
};

/**
 * Passwords that were stolen elsewhere, in a file of any size that is never loaded whole: SHA-1 hashes in ascending order, a line each,
 * as Have I Been Pwned hands them out (`HASH:COUNT`), or the passwords themselves, in any order.
 */
export const breachedList = (path: string): BreachedList => ({
  check: () => within(path, async (list) => void (list.isHashes && (await refuseUnsorted(list)))),
  has: (password) =>
    within(path, (list) => (list.isHashes ? holdsHash(list, sha1(password)) : holdsLine(path, password))),
});

type List = { readonly file: FileHandle; readonly size: number; readonly isHashes: boolean };

async function within<T>(path: string, run: (list: List) => Promise<T>): Promise<T> {
  const file = await open(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Error(`BREACHED_PASSWORDS_FILE names a file that cannot be read (${code}).`);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new Error('BREACHED_PASSWORDS_FILE names no file.');
    const size = stat.size;
    return await run({ file, size, isHashes: /^[0-9A-F]{40}(:\d+)?\s/i.test(await textAt({ file, size }, 0)) });
  } finally {
    await file.close();
  }
}

const wholeLineBytes = 256;

/** Halves what may hold the hash until it is small, then looks through it. */
async function holdsHash(list: List, hash: string): Promise<boolean> {
  let [from, to] = [0, list.size];
  while (to - from > 16 * 1024) {
    const line = await lineAfter(list, Math.floor((from + to) / 2));
    if (line.hash <= hash) from = line.at;
    else to = line.at;
  }
  const lines = (await textAt(list, from, to - from + wholeLineBytes)).split('\n');
  return lines.some((line) => line.slice(0, 40).toUpperCase() === hash);
}

/** A list in another order would hide what it holds. */
async function refuseUnsorted(list: List): Promise<void> {
  const steps = 64;
  let before = '';
  for (let step = 0; step < steps; step += 1) {
    const { hash } = await lineAfter(list, Math.floor((list.size * step) / steps));
    if (hash !== '' && (hash < before || !/^[0-9A-F]{40}$/.test(hash))) {
      throw new Error('BREACHED_PASSWORDS_FILE names a list of SHA-1 hashes that is not in ascending order (sort -o).');
    }
    before = hash === '' ? before : hash;
  }
}

/** The first line that begins after this byte, or at the beginning. */
async function lineAfter(list: List, byte: number): Promise<{ at: number; hash: string }> {
  const text = await textAt(list, byte);
  const start = byte === 0 ? 0 : text.indexOf('\n') + 1;
  return {
    at: byte + start,
    hash: text
      .slice(start, start + 40)
      .trim()
      .toUpperCase(),
  };
}

async function textAt({ file }: Pick<List, 'file' | 'size'>, byte: number, length = wholeLineBytes): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, byte);
  return buffer.toString('latin1', 0, bytesRead);
}

async function holdsLine(path: string, password: string): Promise<boolean> {
  const wanted = password.normalize('NFKC').toLowerCase();
  const input = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input })) {
      if (line.normalize('NFKC').toLowerCase() === wanted) return true;
    }
    return false;
  } finally {
    input.destroy();
  }
}

const sha1 = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();
