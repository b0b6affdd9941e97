import { type ChainKey, newKey, openKey, type Sealing, type StoredKey } from '../chains/chain-key';
import type { Db } from '../drivers/db';
import { auditRow } from './audit-row';
import { auditChain, moveHead, takeHead } from './chain';

/**
 * The key that chains are written with now; null where nothing is sealed. Where there is none that opens, one is made, and the audit
 * chain says where every chain ended under what it had before: `changed`. To be called with a head locked.
 */
export async function writingKey(db: Db, at: Date): Promise<{ key: ChainKey | null; changed: boolean }> {
  const { sealing } = db.chains;
  const newest = await newestKey(db);
  if (sealing === null) {
    if (newest !== null) throw new Error('the chains of this database are sealed, and no key was given');
    return { key: null, changed: false };
  }
  const key = opened(db, newest, sealing);
  return key === null ? { key: await changeKey(db, { sealing, at }), changed: true } : { key, changed: false };
}

/** One that was altered is gone on without, like one that is lost; `verify` tells which it is. */
function opened({ chains }: Db, stored: StoredKey | null, sealing: Sealing): ChainKey | null {
  if (stored === null) return null;
  const known = chains.opened.get(stored.id);
  if (known !== undefined) return known;
  const found = openKey(stored, sealing);
  if (found.kind !== 'opened') return null;
  chains.opened.set(stored.id, found.key);
  return found.key;
}

/** `began`: there was no key, and there is now. `replaced`: the one before opens no more. */
export type KeyChange = 'none' | 'began' | 'replaced';

/** The same before anything is written. */
export async function sealChains(db: Db, at: Date): Promise<KeyChange> {
  const before = await newestKey(db);
  const { sealing } = db.chains;
  if (sealing === null || opened(db, before, sealing) !== null) return 'none';
  await lockHeads(db);
  const { changed } = await writingKey(db, at);
  if (!changed) return 'none';
  return before === null ? 'began' : 'replaced';
}

/** Nobody writes a row of any chain, or begins one, until this transaction ends; SQLite's transaction has the file to itself already. */
async function lockHeads({ sql, dialect }: Db): Promise<void> {
  if (dialect === 'postgresql') await sql.$executeRaw`LOCK TABLE "ChainHead" IN EXCLUSIVE MODE`;
}

async function changeKey(db: Db, { sealing, at }: { sealing: Sealing; at: Date }): Promise<ChainKey> {
  const { sql } = db;
  await lockHeads(db);
  const before = await newestKey(db);
  const others = opened(db, before, sealing);
  if (others !== null) return others;
  const { key, row } = newKey(sealing);
  await sql.chainKey.create({ data: { ...row, number: (before?.number ?? 0) + 1, createdAt: at } });
  await writeMarker(db, { key, before: before?.id ?? null, at });
  for (const { id, length, hash } of await sql.chainHead.findMany()) await moveHead(db, id, { length, hash, key });
  return key;
}

type Change = { readonly key: ChainKey; readonly before: string | null; readonly at: Date };

/** A history that begins under a key needs none. */
async function writeMarker(db: Db, { key, before, at }: Change): Promise<void> {
  const { sql } = db;
  const ends = await sql.chainHead.findMany({ where: { length: { gt: 0 } }, orderBy: { id: 'asc' } });
  if (ends.length === 0) return;
  const organisation = await sql.organisation.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const head = await takeHead(db, auditChain);
  const entry = {
    ...{ organisationId: organisation?.id ?? null, at, actorId: null, actorName: 'the application', network: null },
    action: before === null ? 'chains-sealed' : 'chain-key-replaced',
    target: key.id,
    detail: { before, ...Object.fromEntries(ends.map(({ id, length, hash }) => [id, `${length} ${hash}`])) },
  } as const;
  const row = auditRow(entry, head, key);
  await sql.auditEntry.create({ data: row, select: { seq: true } });
  await moveHead(db, auditChain, { length: row.seq, hash: row.chain, key });
  db.audited({ ...entry, seq: row.seq });
}

const newestKey = ({ sql }: Db) => sql.chainKey.findFirst({ orderBy: { number: 'desc' } });
