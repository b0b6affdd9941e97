import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { makeFolder } from '../migrate/make-folder';
import type { ChainHead, ChainHeads } from './chain-heads';

/** `database` says of which database they are: one folder may have seen several. */
export type KeptHeads = ChainHeads & {
  readonly database?: string;
  /** The audit entry that says where everything ended when sealing began; never another one. Null: it was sealed from the start, or is not. */
  readonly sealedBy?: SealedBy | null;
};

export type SealedBy = { readonly seq: number; readonly hash: string };

/** Null when there is no such file, or it holds no heads. */
export function readHeadsFile(file: string): KeptHeads | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Whole or not at all, and for this user alone. */
export async function writeHeadsFile(file: string, folder: string, kept: KeptHeads): Promise<void> {
  makeFolder(folder);
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

function isKept(value: unknown): value is KeptHeads {
  if (!isRecord(value) || typeof value.at !== 'string' || !isRecord(value.heads)) return false;
  return Object.values(value.heads).every(isHead);
}

const isHead = (value: unknown): value is ChainHead =>
  isRecord(value) && Number.isSafeInteger(value.length) && typeof value.hash === 'string';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
