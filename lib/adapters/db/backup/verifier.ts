import { type AdoptionCounts, countFields, type SnapshotSource } from '@/lib/domain/snapshot';
import { openKey, type Sealing } from '../chains/chain-key';
import { readingChain, revisionChain, sha256 } from '../stores/chain';
import { forgottenReviewLine } from '../stores/forgotten';
import { isOfADay, readingFacts } from '../stores/readings';
import { revisionFacts } from '../stores/revisions';
import { sources } from '../stores/rows';
import type { Broken } from './broken';
import { instantOf, instantOrNull, integerOf, type Row, type Rows, textOf, textOrNull } from './table-rows';
import { type Table, type TableName, tables } from './tables';
import { type AuditWalk, auditWalk, checkAuditEntry, checkRepeat, finishAudit } from './verify-audit';
import { type ChainWalk, checkHead, checkLink, finishChains, type Unjudged } from './verify-chain';
import { checkMarkers } from './verify-markers';

/** What Enpass's answer says, or null when it cannot be read: the adapter for Enpass knows. */
export type ParseBody = (body: string, source: SnapshotSource) => AdoptionCounts | null;

export type Verification = {
  readonly ok: boolean;
  readonly checked: {
    readonly readings: number;
    readonly snapshots: number;
    readonly reviews: number;
    readonly auditEntries: number;
  };
  readonly broken: readonly Broken[];
  /** What cannot be judged without a key that is not here: neither whole nor broken. */
  readonly unjudged: readonly Unjudged[];
  /** Out of how many entries and reviews names or networks were taken, as entries of their own say. */
  readonly forgotten: { readonly auditEntries: number; readonly reviews: number };
};

type LastReading = {
  readonly id: string;
  readonly takenAt: Date;
  readonly source: string;
  readonly answerDate: Date | null;
  readonly counts: AdoptionCounts | null;
};

/** What is remembered on one walk over all rows: chains by name, and each day's last reading until its snapshot comes by. */
type Walk = ChainWalk & {
  readonly parse: ParseBody;
  readonly sealing: Opens | null;
  readonly checked: { readings: number; snapshots: number; reviews: number; auditEntries: number };
  readonly readingIds: Set<string>;
  readonly days: Map<string, LastReading>;
  readonly audit: AuditWalk;
};

type Opens = Pick<Sealing, 'open' | 'knows'>;

/** What the walk looks at; whatever lies beside it may be left out. */
export const judged = {
  ChainKey: tables.ChainKey,
  Reading: tables.Reading,
  Snapshot: tables.Snapshot,
  RefreshRun: { ...tables.RefreshRun, columns: { id: 'text', readingId: 'text' } },
  ReviewRevision: tables.ReviewRevision,
  AuditEntry: tables.AuditEntry,
  AuditRepeat: tables.AuditRepeat,
  ChainHead: tables.ChainHead,
} as const satisfies Partial<Record<TableName, Table>>;

/** Recomputes every hash, chain and seal, and compares every snapshot with the reading it stands for. One pass, in the order of `tables`. */
export async function verifyRows(rows: Rows, { parse, sealing = null }: Judging): Promise<Verification> {
  const walk = begin(parse, sealing);
  const { checked, broken, audit } = walk;
  for await (const some of rows) for (const { table, row } of some) checks[table]?.(walk, row);
  for (const day of walk.days.keys())
    broken.push({ what: 'snapshot', id: day, reason: 'is missing although the day has a reading' });
  const unjudged = finishChains(walk);
  finishAudit(walk, audit);
  broken.push(...checkMarkers(walk, audit.markers));
  const forgotten = { auditEntries: audit.forgotten.entries, reviews: audit.forgotten.reviews };
  return { ok: broken.length === 0, checked, broken, unjudged, forgotten };
}

/** Without `sealing` no seal can be judged. */
export type Judging = { readonly parse: ParseBody; readonly sealing?: Opens | null };

const begin = (parse: ParseBody, sealing: Opens | null): Walk => ({
  ...{ parse, sealing, broken: [], readingIds: new Set(), days: new Map(), audit: auditWalk() },
  ...{ keys: new Map(), newestKey: null, chains: new Map(), heads: new Set() },
  checked: { readings: 0, snapshots: 0, reviews: 0, auditEntries: 0 },
});

const checks: Readonly<Partial<Record<TableName, (walk: Walk, row: Row) => void>>> = {
  ChainKey: checkKey,
  Reading: checkReading,
  Snapshot: checkSnapshot,
  RefreshRun: checkRun,
  ReviewRevision: checkRevision,
  AuditEntry: (walk, row) => {
    walk.checked.auditEntries += 1;
    checkAuditEntry(walk, walk.audit, row);
  },
  AuditRepeat: (walk, row) => checkRepeat(walk, walk.audit, row),
  ChainHead: (walk, row) => checkHead(walk, headOf(row)),
};

const headOf = (row: Row) => ({
  ...{ id: textOf(row, 'id'), length: integerOf(row, 'length'), hash: textOf(row, 'hash') },
  ...sealIn(row),
});

const sealIn = (row: Row) => ({ mac: textOrNull(row, 'mac'), keyId: textOrNull(row, 'keyId') });

function checkKey(walk: Walk, row: Row): void {
  const id = textOf(row, 'id');
  const stored = { id, sealed: textOf(row, 'sealed'), sealedBy: textOf(row, 'sealedBy') };
  const opened = walk.sealing === null ? ({ kind: 'unknown' } as const) : openKey(stored, walk.sealing);
  walk.keys.set(id, opened);
  walk.newestKey = id;
  if (opened.kind === 'altered') walk.broken.push({ what: 'chain key', id, reason: 'was altered: it does not open' });
}

function checkReading(walk: Walk, row: Row): void {
  const [id, organisationId, day] = [textOf(row, 'id'), textOf(row, 'organisationId'), textOf(row, 'day')];
  const [seq, body, link] = [integerOf(row, 'seq'), textOf(row, 'body'), textOf(row, 'chain')];
  const bodySha256 = textOf(row, 'bodySha256');
  const [takenAt, source, runId] = [instantOf(row, 'takenAt'), textOf(row, 'source'), textOrNull(row, 'runId')];
  const answerDate = instantOrNull(row, 'answerDate');
  walk.checked.readings += 1;
  walk.readingIds.add(id);
  if (sha256(body) !== bodySha256)
    walk.broken.push({ what: 'reading', id, reason: 'its answer was altered: the SHA-256 differs' });
  const facts = readingFacts({ id, organisationId, seq, day, takenAt, source, bodySha256, runId, answerDate });
  checkLink(walk, { name: readingChain(organisationId), what: 'reading', id, seq, link, facts, ...sealIn(row) });
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
  const [organisationId, week, link] = [textOf(row, 'organisationId'), textOf(row, 'week'), textOf(row, 'chain')];
  const [number, seq] = [integerOf(row, 'number'), integerOf(row, 'seq')];
  const [documentSha256, completedByName] = [textOf(row, 'documentSha256'), textOf(row, 'completedByName')];
  const erasedAt = instantOrNull(row, 'erasedAt');
  const id = `${organisationId} ${week} revision ${number}`;
  walk.checked.reviews += 1;
  const found = sha256(textOf(row, 'document'));
  const line = forgottenReviewLine({ organisationId, seq, completedByName, erasedAt }, found);
  if (line !== null) {
    walk.audit.forgotten.reviews += 1;
    walk.audit.forgotten.sha256.update(line);
  } else if (found !== documentSha256) {
    walk.broken.push({ what: 'review', id, reason: 'its document was altered: the SHA-256 differs' });
  }
  const facts = revisionFacts({
    ...{ organisationId, seq, week, number, documentSha256, completedByName },
    completedAt: instantOf(row, 'completedAt'),
    completedByRole: textOf(row, 'completedByRole'),
  });
  const name = revisionChain(organisationId);
  checkLink(walk, { name, what: 'review', id, seq, link, ...sealIn(row), facts: line === null ? facts : null });
}
