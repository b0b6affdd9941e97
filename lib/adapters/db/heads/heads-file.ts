import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../migrate/make-folder';
import type { ChainHead, ChainHeads } from './chain-heads';

/** `database` says of which database they are: one folder may have seen several. */
export type KeptHeads = ChainHeads & {
  readonly database: string;
  /** The audit entry that says where everything ended when sealing began; never another one. Null: it was sealed from the start, or is not. */
  readonly sealedBy?: SealedBy | null;
};

export type SealedBy = { readonly seq: number; readonly hash: string };

/** Null when there is no such file; garbled when it cannot be read, or holds anything but heads. */
export function readHeadsFile(file: string): KeptHeads | 'garbled' | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKept(kept) ? kept : 'garbled';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'garbled';
  }
}

/** Gives a garbled file another name beside it, for whoever wants to know what it remembered. Answers where. */
export function setAside(file: string, now: Date): string {
  const aside = `${file}.garbled-${now.toISOString().replaceAll(/[:.]/g, '')}`;
  renameSync(file, aside);
  return aside;
}

/** Those that were set aside and nobody has taken away since. */
export function filesAside(file: string): string[] {
  const [folder, name] = [dirname(file), basename(file)];
  const names = readdirSync(folder).filter((other) => other.startsWith(`${name}.garbled-`));
  return names.sort().map((other) => join(folder, other));
}

/** Whole or not at all, and for this user alone. */
export async function writeHeadsFile(file: string, folder: string, kept: KeptHeads): Promise<void> {
  makeFolder(folder);
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

function isKept(value: unknown): value is KeptHeads {
  if (!isRecord(value) || !isRecord(value.heads) || typeof value.database !== 'string') return false;
  const isDated = typeof value.at === 'string' && !Number.isNaN(Date.parse(value.at));
  // What we write always knows the audit log's.
  return isDated && isHead(value.heads.audit) && Object.values(value.heads).every(isHead);
}

const isHead = (value: unknown): value is ChainHead =>
  isRecord(value) &&
  Number.isSafeInteger(value.length) &&
  Number(value.length) >= 0 &&
  /^[0-9a-f]{64}$/.test(String(value.hash));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
