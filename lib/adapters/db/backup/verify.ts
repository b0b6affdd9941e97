import type { Database } from '../drivers/prisma';
import { type ChainHeads, misfits } from '../heads/chain-heads';
import { misfitReason } from '../heads/misfit-words';
import type { Broken } from './broken';
import { atOneMoment } from './database-rows';
import { missingTriggers } from './triggers';
import { judged, type ParseBody, type Verification, verifyRows } from './verifier';

type Options = {
  readonly url: string;
  readonly parse: ParseBody;
  /** Compares it with what its data folder remembers, too, and judges its seals. */
  readonly database?: Database;
  /** Heads that were kept elsewhere. */
  readonly against?: ChainHeads;
};

/** Checks that nothing kept was altered or lost, on the database as it is at this moment, while the server goes on. */
export async function verify({ url, parse, database, against }: Options): Promise<Verification> {
  const sealing = database?.chains.sealing ?? null;
  const found = await atOneMoment(url, ({ rows }) => verifyRows(rows, { parse, sealing }), judged);
  const all = [...found.broken, ...(await missingTriggers(url)), ...(await lacking(database, against))];
  return { ...found, ok: all.length === 0, broken: all };
}

/** After the walk: a chain only grows, so that what was written meanwhile is there, too. */
async function lacking(database?: Database, against?: ChainHeads): Promise<Broken[]> {
  if (database === undefined) return [];
  const remembered = (await database.record?.lacks()) ?? [];
  const kept = against === undefined ? [] : await misfits(database.prisma, against);
  return [
    ...remembered,
    ...kept.map((misfit) => ({ what: 'chain', id: misfit.chain, reason: misfitReason(misfit, against?.at ?? '') })),
  ];
}
