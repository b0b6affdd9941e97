import { createHmac, randomBytes } from 'node:crypto';

/** Seals and opens what is kept encrypted, under the installation's encryption keys; `knowing` opens what
 * other keys sealed, too. */
export type Sealing = {
  seal(plain: string, place: string): Sealed;
  open(value: Sealed, place: string): string;
  knows(keyId: string): boolean;
  knowing(keys: readonly string[]): Sealing;
};
type Sealed = { readonly sealed: string; readonly keyId: string };

/** 256 random bits under an id. Whoever has the database and not this cannot write a row that `verify` takes for ours. */
export type ChainKey = { readonly id: string; readonly bytes: Buffer };

/** What a database needs to seal its chains: nothing is sealed where `sealing` is null. `opened` holds keys by id. */
export type Chains = { readonly sealing: Sealing | null; readonly opened: Map<string, ChainKey> };

export const unsealed = (): Chains => ({ sealing: null, opened: new Map() });

export const chainKeyPlace = (id: string): string => `chain-key ${id}`;

export type StoredKey = { readonly id: string; readonly sealed: string; readonly sealedBy: string };

export type Opened = { readonly kind: 'opened'; readonly key: ChainKey } | { readonly kind: 'unknown' | 'altered' };

/** `unknown`: sealed by a key that is not here. `altered`: that key is here, and does not open it. */
export function openKey({ id, sealed, sealedBy }: StoredKey, sealing: Pick<Sealing, 'open' | 'knows'>): Opened {
  if (!sealing.knows(sealedBy)) return { kind: 'unknown' };
  try {
    const bytes = Buffer.from(sealing.open({ sealed, keyId: sealedBy }, chainKeyPlace(id)), 'base64');
    return { kind: 'opened', key: { id, bytes } };
  } catch {
    return { kind: 'altered' };
  }
}

/** A new key, and its row. */
export function newKey(sealing: Sealing): { key: ChainKey; row: StoredKey } {
  const key = { id: randomBytes(6).toString('hex'), bytes: randomBytes(32) };
  const { sealed, keyId } = sealing.seal(key.bytes.toString('base64'), chainKeyPlace(key.id));
  return { key, row: { id: key.id, sealed, sealedBy: keyId } };
}

/** What stands beside a row's link: 64 hexadecimal digits over the chain's name, the row's number and its link (RFC 2104). */
export const rowMac = (key: ChainKey, { chain, seq, link }: { chain: string; seq: number; link: string }): string =>
  mac(key, ['row', chain, seq, link]);

/** The same for where a chain ends: no end of before can be made from what its rows say. */
export const headMac = (key: ChainKey, head: { id: string; length: number; hash: string }): string =>
  mac(key, ['head', head.id, head.length, head.hash]);

/** The same for how often a denial came. */
export const repeatMac = (key: ChainKey, { seq, times }: { seq: number; times: number }): string =>
  mac(key, ['repeat', seq, times]);

/** Tells equal things apart from others, and nobody without the key what they were. */
export const blindName = (key: ChainKey, facts: readonly (string | number | null)[]): string =>
  mac(key, ['name', ...facts]);

const mac = ({ bytes }: ChainKey, facts: readonly (string | number | null)[]): string =>
  createHmac('sha256', bytes).update(JSON.stringify(facts)).digest('hex');
