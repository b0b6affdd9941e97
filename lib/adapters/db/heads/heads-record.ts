import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Db } from '../drivers/db';
import { usedMarkerOf } from '../migrate/used-marker';
import { type Misfit, misfits, readHeads } from './chain-heads';
import { filesAside, readHeadsFile, type SealedBy, setAside, writeHeadsFile } from './heads-file';
import { garbledReason, misfitReason, misfitRefusal } from './misfit-words';

/** What the data folder remembers of a database's history, so that a shorter one never silently takes its place. */
export type HeadsRecord = {
  readonly path: string;
  /** What the database lacks of what is remembered, chain by chain and in words; and that nothing can be said where the record is garbled. */
  lacks(): Promise<Lack[]>;
  /** Why this database must not be gone on with; null when it holds all that is remembered. Writes down what it holds now. */
  refusal(): Promise<string | null>;
  /** Writes down where every chain ends. Nothing is written while the database lacks what is remembered. */
  write(): Promise<void>;
  /** The same after a restore: what was remembered before does not count any more. */
  rewrite(): Promise<void>;
};

export type Lack = { readonly what: 'chain' | 'record'; readonly id: string; readonly reason: string };

export type RecordPlace = {
  readonly url: string;
  readonly dataDir: string;
  readonly now: () => Date;
  /** Hears where a garbled record was set aside before a new one took its place. */
  readonly onGarbled: (keptAt: string) => void;
};

export function headsRecord(sql: Db['sql'], { url, dataDir, now, onGarbled }: RecordPlace): HeadsRecord {
  const path = join(dataDir, 'chain-heads.json');
  const database = basename(usedMarkerOf(url, dataDir).path, '.json');
  let judged: Promise<boolean> | null = null;
  const remembered = () => {
    const kept = readHeadsFile(path);
    return kept !== 'garbled' && kept?.database === database ? kept : null;
  };
  const found = async (): Promise<Misfit[]> => {
    const kept = remembered();
    return kept === null ? [] : [...(await misfits(sql, kept)), ...(await otherBeginning(sql, kept.sealedBy ?? null))];
  };
  const fits = () => {
    judged ??= found().then((lacking) => lacking.length === 0);
    return judged;
  };
  let sealedBy: SealedBy | null = null;
  const put = inTurns(async () => {
    const heads = await readHeads(sql, now());
    if (readHeadsFile(path) === 'garbled') onGarbled(setAside(path, now()));
    if (heads.heads.audit?.keyId) sealedBy ??= await beginningOf(sql);
    await writeHeadsFile(path, dataDir, { ...heads, database, sealedBy });
  });
  return {
    path,
    lacks: async () => {
      const since = remembered()?.at ?? '';
      const misfit = await found();
      return [
        ...misfit.map((one) => ({ what: 'chain' as const, id: one.chain, reason: misfitReason(one, since) })),
        ...garbled(path),
      ];
    },
    refusal: async () => {
      const lacking = await found();
      judged = Promise.resolve(lacking.length === 0);
      if (lacking.length > 0) return misfitRefusal(lacking, { path, url, since: remembered()?.at ?? '' });
      await put();
      return null;
    },
    write: async () => {
      if (await fits()) await put();
    },
    rewrite: async () => {
      judged = Promise.resolve(true);
      sealedBy = null;
      // No record accuses nobody; the one of before the restore would.
      await put().catch(() => rmSync(path, { force: true }));
    },
  };
}

function garbled(path: string): Lack[] {
  const files = [...(readHeadsFile(path) === 'garbled' ? [path] : []), ...filesAside(path)];
  return files.map((file) => ({ what: 'record', id: basename(file), reason: garbledReason }));
}

async function beginningOf(sql: Db['sql']): Promise<SealedBy | null> {
  const where = { action: 'chains-sealed', form: 2 };
  const row = await sql.auditEntry.findFirst({ where, orderBy: { seq: 'asc' }, select: { seq: true, chain: true } });
  return row === null ? null : { seq: row.seq, hash: row.chain };
}

/** Sealing begins once: a database in which it began otherwise is another, or was written anew and handed in as an old one. */
async function otherBeginning(sql: Db['sql'], kept: SealedBy | null): Promise<Misfit[]> {
  const there = kept === null ? null : await beginningOf(sql);
  if (kept === null || there?.hash === kept.hash) return [];
  return [{ chain: 'audit', known: kept.seq, found: there?.seq ?? 0, kind: 'unsealed' }];
}

/** One write at a time; who asks while one goes on gets the next, together with all who ask meanwhile. */
function inTurns(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let [asked, done] = [0, 0];
  return () => {
    asked += 1;
    const mine = asked;
    last = last
      .catch(() => {})
      .then(async () => {
        if (done >= mine) return;
        const upTo = asked;
        await write();
        done = upTo;
      });
    return last;
  };
}
