import { type AdoptionCounts, countFields, type SnapshotSource } from '@/lib/domain/snapshot';
import { auditFacts } from '../stores/audit';
import { auditChain, genesis, linkOnto, readingChain, revisionChain, sha256 } from '../stores/chain';
import { isOfADay, readingFacts } from '../stores/readings';
import { revisionFacts } from '../stores/revisions';
import { sources } from '../stores/rows';
import { instantOf, instantOrNull, integerOf, type Row, type Rows, textOf, textOrNull } from './table-rows';
import { type Table, type TableName, tables } from './tables';

/** What Enpass's answer says, or null when it cannot be read: the adapter for Enpass knows. */
export type ParseBody = (body: string, source: SnapshotSource) => AdoptionCounts | null;

export type Broken = { readonly what: string; readonly id: string; readonly reason: string };

export type Verification = {
  readonly ok: boolean;
  readonly checked: {
    readonly readings: number;
    readonly snapshots: number;
    readonly reviews: number;
    readonly auditEntries: number;
  };
  readonly broken: readonly Broken[];
};

type Link = { readonly seq: number; readonly hash: string };
type LastReading = {
  readonly id: string;
  readonly takenAt: Date;
  readonly source: string;
  readonly answerDate: Date | null;
  readonly counts: AdoptionCounts | null;
};

/** What is remembered on one walk over all rows: chains by name, and each day's last reading until its snapshot comes by. */
type Walk = {
  readonly parse: ParseBody;
  readonly checked: { readings: number; snapshots: number; reviews: number; auditEntries: number };
  readonly broken: Broken[];
  readonly ends: Map<string, Link>;
  readonly readingIds: Set<string>;
  readonly days: Map<string, LastReading>;
};

/** What the walk looks at; whatever lies beside it may be left out. */
export const judged = {
  Reading: tables.Reading,
  Snapshot: tables.Snapshot,
  RefreshRun: { ...tables.RefreshRun, columns: { id: 'text', readingId: 'text' } },
  ReviewRevision: tables.ReviewRevision,
  AuditEntry: tables.AuditEntry,
  ChainHead: tables.ChainHead,
} as const satisfies Partial<Record<TableName, Table>>;

/** Recomputes every hash and chain, and compares every snapshot with the reading it stands for. One pass, in the order of `tables`. */
export async function verifyRows(rows: Rows, parse: ParseBody): Promise<Verification> {
  const checked = { readings: 0, snapshots: 0, reviews: 0, auditEntries: 0 };
  const walk: Walk = { parse, checked, broken: [], ends: new Map(), readingIds: new Set(), days: new Map() };
  for await (const some of rows) for (const { table, row } of some) checks[table]?.(walk, row);
  for (const day of walk.days.keys())
    walk.broken.push({ what: 'snapshot', id: day, reason: 'is missing although the day has a reading' });
  for (const [chain, end] of walk.ends)
    walk.broken.push({ what: 'chain', id: chain, reason: `has ${end.seq} rows but no head` });
  return { ok: walk.broken.length === 0, checked, broken: walk.broken };
}

const checks: Readonly<Partial<Record<TableName, (walk: Walk, row: Row) => void>>> = {
  Reading: checkReading,
  Snapshot: checkSnapshot,
  RefreshRun: checkRun,
  ReviewRevision: checkRevision,
  AuditEntry: checkAuditEntry,
  ChainHead: checkHead,
};

function checkReading(walk: Walk, row: Row): void {
  const [id, organisationId, day] = [textOf(row, 'id'), textOf(row, 'organisationId'), textOf(row, 'day')];
  const [seq, body, chain] = [integerOf(row, 'seq'), textOf(row, 'body'), textOf(row, 'chain')];
  const bodySha256 = textOf(row, 'bodySha256');
  const [takenAt, source, runId] = [instantOf(row, 'takenAt'), textOf(row, 'source'), textOrNull(row, 'runId')];
  const answerDate = instantOrNull(row, 'answerDate');
  walk.checked.readings += 1;
  walk.readingIds.add(id);
  if (sha256(body) !== bodySha256)
    walk.broken.push({ what: 'reading', id, reason: 'its answer was altered: the SHA-256 differs' });
  const facts = readingFacts({ id, organisationId, seq, day, takenAt, source, bodySha256, runId, answerDate });
  checkLink(walk, { name: readingChain(organisationId), what: 'reading', id, seq, chain, facts });
  if (!isOfADay({ takenAt, answerDate })) return;
  walk.days.set(`${organisationId} ${day}`, { id, takenAt, source, answerDate, counts: countsIn(walk, body, source) });
}

function countsIn(walk: Walk, body: string, source: string): AdoptionCounts | null {
  const known = sources.find((candidate) => candidate === source);
  return known === undefined ? null : walk.parse(body, known);
}

function checkSnapshot(walk: Walk, row: Row): void {
  const id = `${textOf(row, 'organisationId')} ${textOf(row, 'day')}`;
  const reading = walk.days.get(id);
  walk.days.delete(id);
  walk.checked.snapshots += 1;
  const reason = reading === undefined ? 'has no reading' : difference(row, reading);
  if (reason !== null) walk.broken.push({ what: 'snapshot', id, reason });
}

function difference(row: Row, reading: LastReading): string | null {
  const counts = reading.counts;
  if (row.readingId !== reading.id) return 'is not the last reading of its day';
  if (row.source !== reading.source || instantOf(row, 'takenAt').getTime() !== reading.takenAt.getTime()) {
    return 'differs from its reading in time or source';
  }
  if (instantOrNull(row, 'answerDate')?.getTime() !== reading.answerDate?.getTime()) {
    return 'differs from its reading in the date of the answer';
  }
  if (counts === null) return 'its reading cannot be read';
  const field = countFields.find((name) => row[name] !== counts[name]);
  return field === undefined ? null : `${field} differs from its reading`;
}

function checkRun(walk: Walk, row: Row): void {
  const readingId = textOrNull(row, 'readingId');
  if (readingId === null || walk.readingIds.has(readingId)) return;
  walk.broken.push({ what: 'run', id: textOf(row, 'id'), reason: 'the reading it got is missing' });
}

function checkRevision(walk: Walk, row: Row): void {
  const [organisationId, week, chain] = [textOf(row, 'organisationId'), textOf(row, 'week'), textOf(row, 'chain')];
  const [number, seq, documentSha256] = [
    integerOf(row, 'number'),
    integerOf(row, 'seq'),
    textOf(row, 'documentSha256'),
  ];
  const id = `${organisationId} ${week} revision ${number}`;
  walk.checked.reviews += 1;
  if (sha256(textOf(row, 'document')) !== documentSha256)
    walk.broken.push({ what: 'review', id, reason: 'its document was altered: the SHA-256 differs' });
  const facts = revisionFacts({
    organisationId,
    seq,
    week,
    number,
    documentSha256,
    completedAt: instantOf(row, 'completedAt'),
    completedByName: textOf(row, 'completedByName'),
    completedByRole: textOf(row, 'completedByRole'),
  });
  checkLink(walk, { name: revisionChain(organisationId), what: 'review', id, seq, chain, facts });
}

function checkAuditEntry(walk: Walk, row: Row): void {
  const seq = integerOf(row, 'seq');
  walk.checked.auditEntries += 1;
  const facts = auditFacts({
    seq,
    organisationId: textOrNull(row, 'organisationId'),
    at: instantOf(row, 'at'),
    actorId: textOrNull(row, 'actorId'),
    actorName: textOf(row, 'actorName'),
    action: textOf(row, 'action'),
    target: textOrNull(row, 'target'),
    detail: textOf(row, 'detail'),
    network: textOrNull(row, 'network'),
  });
  checkLink(walk, { name: auditChain, what: 'audit entry', id: String(seq), seq, chain: textOf(row, 'chain'), facts });
}

type Linked = {
  name: string;
  what: string;
  id: string;
  seq: number;
  chain: string;
  facts: readonly (string | number | null)[];
};

/** Goes on from the stored hash, so that one altered row is one finding and not all the rows after it. */
function checkLink(walk: Walk, { name, what, id, seq, chain, facts }: Linked): void {
  const end = walk.ends.get(name) ?? { seq: 0, hash: genesis };
  walk.ends.set(name, { seq, hash: chain });
  if (seq !== end.seq + 1) {
    const reason = `follows number ${end.seq} as number ${seq}: what was between them is missing`;
    walk.broken.push({ what, id, reason });
  } else if (linkOnto(end.hash, facts) !== chain) {
    walk.broken.push({ what, id, reason: 'was altered: its link to the one before it does not fit' });
  }
}

function checkHead(walk: Walk, row: Row): void {
  const id = textOf(row, 'id');
  const end = walk.ends.get(id) ?? { seq: 0, hash: genesis };
  walk.ends.delete(id);
  if (integerOf(row, 'length') !== end.seq) {
    walk.broken.push({ what: 'chain', id, reason: `should have ${row.length} rows and has ${end.seq}` });
  } else if (textOf(row, 'hash') !== end.hash) {
    walk.broken.push({ what: 'chain', id, reason: 'does not end as it should' });
  }
}
