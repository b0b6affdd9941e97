import { hash } from 'node:crypto';
import { type ChainKey, headMac, rowMac } from '../chains/chain-key';
import type { Db } from '../drivers/db';

/** How many rows a chain has, which is its last row's `seq`, and that row's hash; `genesis` for an empty one. */
export type Head = { readonly length: number; readonly hash: string };

/** The key of the one chain that holds every organisation's audit entries. Keys of chains are stored: none is ever renamed. */
export const auditChain = 'audit';
/** The key of an organisation's chain of readings: an organisation's numbers can be proven without those of others. */
export const readingChain = (organisationId: string): string => `readings:${organisationId}`;
/** The key of an organisation's chain of completed reviews, of all its weeks in the order they were completed. */
export const revisionChain = (organisationId: string): string => `revisions:${organisationId}`;

/** What the first row of a chain is hashed onto. */
export const genesis = '0'.repeat(64);

/** Of the text's UTF-8 bytes, as 64 hexadecimal digits in lower case (FIPS 180-4). */
export const sha256 = (text: string): string => hash('sha256', text);

/** Hashes a row's facts onto the row before. The facts' order is part of the format: append, never reorder. */
export const linkOnto = (previous: string, facts: readonly (string | number | null)[]): string =>
  sha256(`${previous}\n${JSON.stringify(facts)}`);

/** Reads a chain's head and keeps its row locked until the transaction ends, so that numbers have no hole and no double. */
export async function takeHead({ sql }: Db, id: string): Promise<Head> {
  const [head] = await sql.$queryRaw<Head[]>`
    INSERT INTO "ChainHead" ("id", "length", "hash") VALUES (${id}, 0, ${genesis})
    ON CONFLICT ("id") DO UPDATE SET "id" = excluded."id"
    RETURNING "length", "hash"`;
  if (head === undefined) throw new Error('the chain has no head');
  return head;
}

/** Sealed with the key that the chain goes on under; null where nothing is sealed. */
export async function moveHead(
  { sql, chainMoved }: Db,
  id: string,
  { key, ...head }: Head & { key: ChainKey | null },
): Promise<void> {
  const seal = key === null ? {} : { mac: headMac(key, { id, ...head }), keyId: key.id };
  await sql.chainHead.update({ where: { id }, data: { ...head, ...seal }, select: { id: true } });
  chainMoved();
}

/** What stands beside a row's link: the seal and which key made it. */
export const sealOf = (
  key: ChainKey | null,
  row: { chain: string; seq: number; link: string },
): { mac: string | null; keyId: string | null } =>
  key === null ? { mac: null, keyId: null } : { mac: rowMac(key, row), keyId: key.id };
