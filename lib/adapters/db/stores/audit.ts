import type { AuditAction } from '@/lib/domain/audit';
import type { Db } from '../drivers/db';
import type { AuditEntryModel } from '../generated/sqlite/models';
import { auditChain, linkOnto, lockHead, moveHead } from './chain';

export type AuditEntry = {
  readonly organisationId: string | null;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly network: string | null;
};

/** What is written names an action of the list; what is read may come from a newer version. */
export type NewAuditEntry = AuditEntry & { readonly action: AuditAction };

export type AuditStore = {
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  page(
    organisationId: string,
    page: { limit: number; beforeSeq: number | null },
  ): Promise<(AuditEntry & { seq: number })[]>;
  /** What was written of changes of the organisation's time zone ("before -> after"), oldest first. */
  zoneChanges(organisationId: string): Promise<{ at: Date; words: string }[]>;
};

export const auditStore = (db: Db): AuditStore => ({
  append: (entry) => db.atomically((tx) => append(tx, entry)),
  page: async (organisationId, { limit, beforeSeq }) => {
    const rows = await db.sql.auditEntry.findMany({
      where: { organisationId, ...(beforeSeq === null ? {} : { seq: { lt: beforeSeq } }) },
      orderBy: { seq: 'desc' },
      take: limit,
      omit: { chain: true },
    });
    return rows.map((row) => ({ ...row, detail: detailIn(row.detail) }));
  },
  zoneChanges: async (organisationId) => {
    const rows = await db.sql.auditEntry.findMany({
      where: { organisationId, action: { in: [...zoneActions] }, detail: { contains: '"timeZone"' } },
      orderBy: { seq: 'asc' },
      select: { at: true, detail: true },
    });
    return rows.flatMap(({ at, detail }) => {
      const words = detailIn(detail).timeZone;
      return typeof words === 'string' ? [{ at, words }] : [];
    });
  },
});

const zoneActions = ['set-up-completed', 'organisation-saved'] as const satisfies AuditAction[];

/** What an entry's chain hash covers, in this order. */
export const auditFacts = (entry: Omit<AuditEntryModel, 'chain'>) => [
  entry.seq,
  entry.organisationId,
  entry.at.toISOString(),
  entry.actorId,
  entry.actorName,
  entry.action,
  entry.target,
  entry.detail,
  entry.network,
];

async function append(db: Db, entry: AuditEntry): Promise<void> {
  const head = await lockHead(db, auditChain);
  const row = { ...entry, seq: head.length + 1, detail: JSON.stringify(entry.detail) };
  const chain = linkOnto(head.hash, auditFacts(row));
  await db.sql.auditEntry.create({ data: { ...row, chain }, select: { seq: true } });
  await moveHead(db, auditChain, { length: row.seq, hash: chain });
}

/** Written by `append` only, and covered by the chain: it is what `append` was given. */
const detailIn = (json: string): AuditEntry['detail'] => JSON.parse(json) as AuditEntry['detail'];
