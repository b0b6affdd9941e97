import type { Db } from '../drivers/db';
import { appendAudit } from './audit-append';
import type { NewAuditEntry } from './audit-entry';
import { type AuditEntry, auditEntryOf, readColumns } from './audit-read';
import { zoneChanges } from './zone-changes';

export type { AuditEntry, NewAuditEntry };

export type AuditStore = {
  /** `times`: how often it came at once, of denials. */
  append(entry: NewAuditEntry, times?: number): Promise<void>;
  /** Newest first. */
  page(organisationId: string, page: AuditPage): Promise<AuditEntry[]>;
  one(organisationId: string, seq: number): Promise<AuditEntry | null>;
  /** The ids of all people who ever acted. */
  actors(organisationId: string): Promise<string[]>;
  /** What was written of changes of the organisation's time zone ("before -> after"), oldest first. */
  zoneChanges(organisationId: string): Promise<{ at: Date; words: string }[]>;
};

export type AuditPage = {
  readonly limit: number;
  readonly beforeSeq: number | null;
  /** Instants, the first included, the second not. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** A person's id, or `job` or `nobody`. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
};

export const auditStore = (db: Db): AuditStore => ({
  append: (entry, times) => db.atomically((tx) => appendAudit(tx, entry, times)),
  page: async (organisationId, page) => {
    const rows = await db.sql.auditEntry.findMany({
      where: whereOf(organisationId, page),
      orderBy: { seq: 'desc' },
      take: page.limit,
      select: readColumns,
    });
    return counted(db, rows);
  },
  one: async (organisationId, seq) => {
    const row = await db.sql.auditEntry.findUnique({ where: { seq, organisationId }, select: readColumns });
    return row === null ? null : ((await counted(db, [row]))[0] ?? null);
  },
  actors: async (organisationId) => {
    const where = { organisationId, actorId: { not: null } };
    const rows = await db.sql.auditEntry.findMany({ where, distinct: ['actorId'], select: { actorId: true } });
    return rows.flatMap(({ actorId }) => actorId ?? []);
  },
  zoneChanges: (organisationId) => zoneChanges(db, organisationId),
});

type Row = Parameters<typeof auditEntryOf>[0];

async function counted({ sql }: Db, rows: readonly Row[]): Promise<AuditEntry[]> {
  const seqs = rows.filter(({ outcome }) => outcome === 'denied').map(({ seq }) => seq);
  const repeats = seqs.length === 0 ? [] : await sql.auditRepeat.findMany({ where: { seq: { in: seqs } } });
  const times = new Map(repeats.map((repeat) => [repeat.seq, repeat.times]));
  return rows.map((row) => auditEntryOf(row, times.get(row.seq) ?? 1));
}

function whereOf(organisationId: string, { beforeSeq, from, until, actor, action }: AuditPage) {
  return {
    organisationId,
    ...(beforeSeq === null ? {} : { seq: { lt: beforeSeq } }),
    ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : by(actor)),
  };
}

/** Entries of before say by their name alone who was no person. */
function by(actor: string) {
  if (actor === 'nobody') return { actorId: null, OR: [{ actorKind: 'nobody' }, { form: null, actorName: 'nobody' }] };
  if (actor !== 'job') return { actorId: actor };
  return { actorId: null, OR: [{ actorKind: 'job' }, { form: null, NOT: { actorName: 'nobody' } }] };
}
