import type { Db } from '../drivers/db';
import { auditChain, genesis, readingChain, revisionChain } from '../stores/chain';

/** `length` rows, the last of which has this `hash`; 64 zeros for an empty chain. `keyId` names the key that also seals a chain; null: none does. */
export type ChainHead = { readonly length: number; readonly hash: string; readonly keyId: string | null };

/**
 * Where every chain ended at one moment: `audit`, and of the first organisation `readings` and `reviews`. Chains of further organisations
 * carry their id: `readings:ID`.
 */
export type ChainHeads = { readonly at: string; readonly heads: Readonly<Record<string, ChainHead>> };

type Sql = Db['sql'];

export async function readHeads(sql: Sql, at: Date): Promise<ChainHeads> {
  const [rows, names] = await Promise.all([sql.chainHead.findMany(), chainNames(sql)]);
  const ends = new Map(rows.map(({ id, length, hash, keyId }) => [id, { length, hash, keyId }]));
  const entries = names.map(({ name, chain }) => [name, ends.get(chain) ?? empty] as const);
  return { at: at.toISOString(), heads: Object.fromEntries(entries) };
}

/** How a database lacks what a head knew: rows are missing at its end, another row stands where the head's was, or it was sealed and is not. */
export type Misfit = {
  readonly chain: string;
  readonly known: number;
  readonly found: number;
  readonly kind: 'shorter' | 'other' | 'unsealed';
};

/** Where a database is not what it was when `heads` were taken; a longer one with the same beginning fits. */
export async function misfits(sql: Sql, { heads }: ChainHeads): Promise<Misfit[]> {
  const [names, ends, keys] = await Promise.all([chainNames(sql), sql.chainHead.findMany(), sql.chainKey.findMany()]);
  const keyIds = new Set<string | null>([null, ...keys.map(({ id }) => id)]);
  const found: Misfit[] = [];
  for (const [name, head] of Object.entries(heads)) {
    if (head.length === 0) continue;
    const of = names.find((candidate) => candidate.name === name);
    const length = ends.find(({ id }) => id === of?.chain)?.length ?? 0;
    const hash = of === undefined ? null : await of.hashAt(head.length);
    if (hash === head.hash && keyIds.has(head.keyId)) continue;
    const kind = hash === head.hash ? 'unsealed' : hash === null || length < head.length ? 'shorter' : 'other';
    found.push({ chain: name, known: head.length, found: length, kind });
  }
  return found;
}

const empty: ChainHead = { length: 0, hash: genesis, keyId: null };

type Named = { readonly name: string; readonly chain: string; hashAt(seq: number): Promise<string | null> };

async function chainNames(sql: Sql): Promise<Named[]> {
  const select = { id: true } as const;
  const organisations = await sql.organisation.findMany({ select, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const audit = {
    name: 'audit',
    chain: auditChain,
    hashAt: async (seq: number) =>
      (await sql.auditEntry.findUnique({ where: { seq }, select: { chain: true } }))?.chain ?? null,
  };
  // A database that lost its organisation still has to answer for its chains.
  const ids = organisations.length === 0 ? [''] : organisations.map(({ id }) => id);
  return [audit, ...ids.flatMap((id, index) => chainsOf(sql, id, index === 0 ? '' : `:${id}`))];
}

const chainsOf = (sql: Sql, organisationId: string, suffix: string): Named[] => [
  {
    name: `readings${suffix}`,
    chain: readingChain(organisationId),
    hashAt: async (seq) =>
      (await sql.reading.findFirst({ where: { organisationId, seq }, select: { chain: true } }))?.chain ?? null,
  },
  {
    name: `reviews${suffix}`,
    chain: revisionChain(organisationId),
    hashAt: async (seq) =>
      (await sql.reviewRevision.findFirst({ where: { organisationId, seq }, select: { chain: true } }))?.chain ?? null,
  },
];
