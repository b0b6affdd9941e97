import { outcomeOf } from '@/lib/domain/audit';
import { blindName, type ChainKey, repeatMac } from '../chains/chain-key';
import type { Db } from '../drivers/db';
import type { NewAuditEntry } from './audit-entry';
import { auditRow } from './audit-row';
import { auditChain, moveHead, sha256 } from './chain';
import { lockChain } from './lock-chain';

const minuteMs = 60_000;

/**
 * Appends an entry. What is denied again in the same minute, to the same, from the same place, counts the first one up instead, at once
 * and for good; of tokens that open nothing, from wherever.
 */
export async function appendAudit(db: Db, entry: NewAuditEntry, times = 1): Promise<void> {
  const { key, ...head } = await lockChain(db, auditChain, entry.at);
  const isDenial = (entry.outcome ?? outcomeOf(entry.action)) === 'denied';
  const name = isDenial ? nameOf(entry, key) : null;
  if (name !== null && (await countUp(db, { name, key, times }))) return;
  const row = auditRow(entry, head, key);
  const { seq } = await db.sql.auditEntry.create({ data: row, select: { seq: true } });
  await moveHead(db, auditChain, { length: seq, hash: row.chain, key });
  if (name !== null)
    await db.sql.auditRepeat.create({ data: { key: name, seq, times, ...sealed(key, { seq, times }) } });
  db.audited({ ...entry, seq });
}

/** One name for all equal denials of a minute. Where networks are forgotten later, nobody must find them out from it by trying. */
function nameOf(entry: NewAuditEntry, key: ChainKey | null): string {
  const { organisationId, actorId, actorName, action, target, network, userAgent = null } = entry;
  const minute = Math.floor(entry.at.getTime() / minuteMs);
  const [detail, said] = [JSON.stringify(entry.detail), JSON.stringify(entry.said ?? null)];
  const whence = action === 'token-refused' ? [] : [network, userAgent];
  const facts = [organisationId, actorId, actorName, action, target, detail, said, ...whence, minute];
  return key === null ? sha256(JSON.stringify(facts)) : blindName(key, facts);
}

type Again = { readonly name: string; readonly key: ChainKey | null; readonly times: number };

async function countUp({ sql }: Db, { name, key, times: more }: Again): Promise<boolean> {
  const known = await sql.auditRepeat.findUnique({ where: { key: name } });
  if (known === null) return false;
  const { seq } = known;
  const times = known.times + more;
  await sql.auditRepeat.update({ where: { seq }, data: { times, ...sealed(key, { seq, times }) } });
  return true;
}

const sealed = (key: ChainKey | null, repeat: { seq: number; times: number }) =>
  key === null ? {} : { mac: repeatMac(key, repeat), keyId: key.id };
