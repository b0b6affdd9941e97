import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { clockVerdict, latestCredible } from '@/lib/domain/clock-skew';
import type { Day } from '@/lib/domain/day';
import type { AdoptionCounts, SnapshotSource } from '@/lib/domain/snapshot';
import { tables } from '../backup/tables';
import type { Db } from '../drivers/db';
import type { ReadingModel } from '../generated/sqlite/models';
import { insertAll } from './bulk';
import { linkOnto, moveHead, readingChain, sealOf, sha256, takeHead } from './chain';
import { lockChain } from './lock-chain';
import { sourceIn, storedDay } from './rows';

export type NewReading = {
  readonly day: Day;
  readonly takenAt: Date;
  readonly source: SnapshotSource;
  readonly body: string;
  readonly counts: AdoptionCounts;
  readonly runId: string | null;
  /** What the answer's own `Date` said; nothing for imported days. */
  readonly answerDate?: Date | null;
  /** Set when the reading was taken before `day` began: see `domain/captured.ts`. */
  readonly takenBefore?: Date | null;
};

export type StoredReading = Omit<NewReading, 'counts' | 'takenBefore'> & {
  readonly id: string;
  readonly organisationId: string;
  readonly seq: number;
  readonly bodySha256: string;
  readonly chain: string;
  readonly mac: string | null;
  readonly keyId: string | null;
};

export type ReadingStore = {
  /**
   * Appends readings in order and makes each the snapshot of its day, but for those whose clocks are off: they stay readings. Of many,
   * some at a time, and everybody else has a turn in between. Returns their ids.
   */
  record(organisationId: string, readings: Iterable<NewReading>): Promise<string[]>;
  /** Until the transaction ends nobody else records: what was looked up before recording still holds then. */
  lock(organisationId: string): Promise<void>;
  byId(organisationId: string, id: string): Promise<StoredReading | null>;
  /** In the order of `seq`, a page at a time, for export of originals and for `verify`. */
  page(organisationId: string, afterSeq: number, limit: number): Promise<StoredReading[]>;
};

export const readingStore = (db: Db): ReadingStore => ({
  record: (organisationId, readings) => db.atomically((tx) => record(tx, organisationId, readings)),
  lock: async (organisationId) => {
    await takeHead(db, readingChain(organisationId));
  },
  byId: async (organisationId, id) => {
    const row = await db.sql.reading.findUnique({ where: { id, organisationId } });
    return row && { ...row, day: storedDay(row.day), source: sourceIn(row.source) };
  },
  page: async (organisationId, afterSeq, limit) => {
    const rows = await db.sql.reading.findMany({
      where: { organisationId, seq: { gt: afterSeq } },
      orderBy: { seq: 'asc' },
      take: limit,
    });
    return rows.map((row) => ({ ...row, day: storedDay(row.day), source: sourceIn(row.source) }));
  },
});

/**
 * What a reading's chain hash covers, in this order, which is never changed. The body is covered by its own hash. A reading without
 * the answer's date is hashed as before there was one.
 */
export const readingFacts = (reading: Omit<ReadingModel, 'body' | 'chain' | 'mac' | 'keyId'>) => [
  reading.organisationId,
  reading.seq,
  reading.id,
  reading.day,
  reading.takenAt.toISOString(),
  reading.source,
  reading.bodySha256,
  reading.runId,
  ...(reading.answerDate ? [reading.answerDate.toISOString()] : []),
];

async function record(db: Db, organisationId: string, readings: Iterable<NewReading>): Promise<string[]> {
  const chain = readingChain(organisationId);
  let head: Awaited<ReturnType<typeof lockChain>> | null = null;
  const ids: string[] = [];
  for (const some of slicesOf(readings)) {
    if (ids.length > 0) await nextTurn();
    head ??= await lockChain(db, chain, some[0]?.takenAt ?? new Date(0));
    const rows = chained(organisationId, some, head);
    await recordSome(db, rows);
    for (const { id, seq, chain: hash } of rows) {
      ids.push(id);
      head = { ...head, length: seq, hash };
    }
  }
  if (head !== null) await moveHead(db, chain, { length: head.length, hash: head.hash, key: head.key });
  return ids;
}

/** What is written before everybody else gets a turn. */
const recordedAtOnce = 100;

function* slicesOf(readings: Iterable<NewReading>): Generator<NewReading[]> {
  let some: NewReading[] = [];
  for (const reading of readings) {
    some.push(reading);
    if (some.length < recordedAtOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function recordSome(db: Db, rows: readonly Chained[]): Promise<void> {
  await insertAll(db, { table: tables.Reading, rows: rows.map(readingRow) });
  await insertAll(db, {
    table: tables.Snapshot,
    rows: lastOfEachDay(rows.filter(isOfADay)).map(snapshotRow),
    key: ['organisationId', 'day'],
  });
  const last = rows.at(-1);
  if (last) await exposeEarlier(db, last);
}

type Chained = StoredReading & Pick<NewReading, 'counts' | 'takenBefore'>;

type Locked = Awaited<ReturnType<typeof lockChain>>;

function chained(organisationId: string, readings: readonly NewReading[], head: Locked): Chained[] {
  const name = readingChain(organisationId);
  let previous = head.hash;
  return readings.map((reading, index) => {
    const bodySha256 = sha256(reading.body);
    const facts = {
      answerDate: null,
      ...reading,
      organisationId,
      id: randomUUID(),
      seq: head.length + index + 1,
      bodySha256,
    };
    previous = linkOnto(previous, readingFacts(facts));
    return { ...facts, chain: previous, ...sealOf(head.key, { chain: name, seq: facts.seq, link: previous }) };
  });
}

/** Whether anybody can say of which day a reading is. The chain covers both clocks, so that `verify` comes to the same answer. */
export const isOfADay = (reading: Pick<StoredReading, 'takenAt' | 'answerDate'>): boolean =>
  clockVerdict(reading) !== 'off';

/**
 * A clock that two machines agree on shows which snapshots were taken while ours ran ahead: those of later days, from later instants.
 * Their days have still to be asked.
 */
async function exposeEarlier({ sql }: Db, { organisationId, day, takenAt, answerDate }: Chained): Promise<void> {
  if (clockVerdict({ takenAt, answerDate: answerDate ?? null }) !== 'right') return;
  await sql.snapshot.updateMany({
    where: {
      organisationId,
      day: { gt: day },
      source: { not: 'imported' },
      takenAt: { gt: latestCredible(takenAt) },
      takenBefore: null,
    },
    data: { takenBefore: takenAt },
  });
}

// Field by field: leaving two out of the others takes ten times as long.
const readingRow = (of: Chained) => ({
  id: of.id,
  organisationId: of.organisationId,
  seq: of.seq,
  day: of.day,
  takenAt: of.takenAt,
  source: of.source,
  body: of.body,
  bodySha256: of.bodySha256,
  chain: of.chain,
  runId: of.runId,
  answerDate: of.answerDate ?? null,
  mac: of.mac,
  keyId: of.keyId,
});

/** One statement cannot upsert the same key twice, so only a day's last reading goes on to be its snapshot. */
const lastOfEachDay = (rows: readonly Chained[]): Chained[] => [...new Map(rows.map((row) => [row.day, row])).values()];

const snapshotRow = ({ organisationId, day, takenAt, source, id, counts, answerDate, takenBefore }: Chained) => ({
  organisationId,
  day,
  takenAt,
  source,
  readingId: id,
  answerDate: answerDate ?? null,
  takenBefore: takenBefore ?? null,
  ...counts,
});
