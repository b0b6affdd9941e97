import { type ChainKey, headMac, type Opened, rowMac } from '../chains/chain-key';
import { genesis, linkOnto } from '../stores/chain';
import type { Broken } from './broken';

/** Rows that nobody here can judge, because the key that sealed them is not known: their links fit, and say no more. */
export type Unjudged = { readonly chain: string; readonly from: number; readonly to: number; readonly keyId: string };

/** Rows in a row under one key; null: under none. `hash` is the last one's link. */
export type Segment = {
  readonly keyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
};

export type Keys = ReadonlyMap<string, Opened>;

type Chain = { seq: number; hash: string; readonly segments: Segment[]; foreign: { from: number; to: number } | null };

export type ChainWalk = {
  readonly keys: Map<string, Opened>;
  /** The key that is written with: the last one. */
  newestKey: string | null;
  readonly chains: Map<string, Chain>;
  readonly heads: Set<string>;
  readonly broken: Broken[];
};

export type Linked = {
  readonly name: string;
  readonly what: string;
  readonly id: string;
  readonly seq: number;
  readonly link: string;
  readonly mac: string | null;
  readonly keyId: string | null;
  /** Null where a name in it was replaced: its link is only what the next one goes on from. */
  readonly facts: readonly (string | number | null)[] | null;
};

/** Goes on from the stored link, so that one altered row is one finding and not all the rows after it. */
export function checkLink(walk: ChainWalk, row: Linked): void {
  const { name, what, id, seq, link, facts } = row;
  const chain = walk.chains.get(name) ?? { seq: 0, hash: genesis, segments: [], foreign: null };
  walk.chains.set(name, chain);
  if (seq !== chain.seq + 1) {
    const reason = `follows number ${chain.seq} as number ${seq}: what was between them is missing`;
    walk.broken.push({ what, id, reason });
  } else if (facts !== null && linkOnto(chain.hash, facts) !== link) {
    walk.broken.push({ what, id, reason: 'was altered: its link to the one before it does not fit' });
  }
  checkSeal(walk, chain, row);
  extend(chain, row);
  Object.assign(chain, { seq, hash: link });
}

/** Whoever writes links anew has to write those of all rows that follow: one finding for all of them. */
function checkSeal({ keys }: ChainWalk, chain: Chain, { name, seq, link, mac, keyId }: Linked): void {
  const known = keyId === null ? undefined : keys.get(keyId);
  if (known?.kind !== 'opened' || mac === rowMac(known.key, { chain: name, seq, link })) return;
  chain.foreign = { from: chain.foreign?.from ?? seq, to: seq };
}

function extend({ segments }: Chain, { seq, keyId, link }: Linked): void {
  const last = segments.at(-1);
  if (last === undefined || last.keyId !== keyId) segments.push({ keyId, from: seq, to: seq, hash: link });
  else segments.splice(-1, 1, { ...last, to: seq, hash: link });
}

type Head = { readonly id: string; readonly length: number; readonly hash: string } & Pick<Linked, 'mac' | 'keyId'>;

export function checkHead(walk: ChainWalk, head: Head): void {
  const { id, length, hash } = head;
  const { seq, hash: end } = walk.chains.get(id) ?? { seq: 0, hash: genesis };
  walk.heads.add(id);
  const says = (reason: string) => walk.broken.push({ what: 'chain', id, reason });
  if (length !== seq) says(`should have ${length} rows and has ${seq}`);
  else if (hash !== end) says('does not end as it should');
  else if (seq > 0 || head.keyId !== null) checkEnd(walk, head, says);
}

function checkEnd({ keys, newestKey }: ChainWalk, head: Head, says: (reason: string) => void): void {
  if (newestKey === null) return;
  const known = keys.get(newestKey);
  if (head.keyId !== newestKey) says('its end is not sealed with the key that is written with');
  else if (known?.kind === 'opened' && head.mac !== headMac(known.key, head))
    says('its end was written by somebody else');
}

/** What only shows when all rows have been seen. */
export function finishChains(walk: ChainWalk): Unjudged[] {
  const { keys, chains, heads, broken } = walk;
  const missing = new Set<string>();
  const unjudged: Unjudged[] = [];
  for (const [id, { seq, segments, foreign }] of chains) {
    const says = (reason: string) => broken.push({ what: 'chain', id, reason });
    if (!heads.has(id)) says(`has ${seq} rows but no head`);
    if (foreign !== null) says(`${rows(foreign)} written by somebody else: the seal does not fit`);
    for (const { keyId, from, to } of segments) {
      if (keyId === null || keys.get(keyId)?.kind === 'opened') continue;
      if (!keys.has(keyId)) missing.add(keyId);
      unjudged.push({ chain: id, from, to, keyId });
    }
  }
  for (const id of missing) broken.push({ what: 'chain key', id, reason: 'is missing, and rows are sealed with it' });
  return unjudged;
}

const rows = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `row ${from} was` : `rows ${from} to ${to} were`;

export const openedKey = (keys: Keys, id: string): ChainKey | null => {
  const known = keys.get(id);
  return known?.kind === 'opened' ? known.key : null;
};
