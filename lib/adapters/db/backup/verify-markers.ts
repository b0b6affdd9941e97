import type { Broken } from './broken';
import type { ChainWalk, Segment } from './verify-chain';

/** An audit entry that says where every chain ended when another key came: the first of them, when there had been none. */
export type Marker = {
  readonly seq: number;
  readonly isFirst: boolean;
  readonly keyId: string | null;
  /** By chain: length and link, as written. */
  readonly ends: Readonly<Record<string, unknown>>;
};

/** Every change of keys in a chain stands in an entry under the new key, and sealing began once. A history that nobody has sealed yet has none. */
export function checkMarkers({ chains, keys }: ChainWalk, markers: readonly Marker[]): Broken[] {
  const all = [...chains].map(([id, { segments }]) => ({ id, segments }));
  const isSealed = keys.size > 0 || all.some(({ segments }) => segments.some(({ keyId }) => keyId !== null));
  if (!isSealed && markers.length === 0) return [];
  return [...countedOnce(markers), ...all.flatMap((chain) => boundaries(chain, markers)), ...ends(all, markers)];
}

const said = (id: string, reason: string): Broken => ({ what: 'chain', id, reason });

function countedOnce(markers: readonly Marker[]): Broken[] {
  const firsts = markers.filter(({ isFirst }) => isFirst);
  const twice = new Set(markers.map(({ keyId }) => keyId)).size < markers.length;
  return [
    ...firsts.slice(1).map(({ seq }) => said('audit', `entry ${seq} says a second time that sealing began`)),
    ...(twice && firsts.length < 2 ? [said('audit', 'two entries say that one key came')] : []),
  ];
}

type Parted = { readonly id: string; readonly segments: readonly Segment[] };

/** Where one key ends and the next begins, the entry under the next says so; without a next, what has no key needs it all the same. */
function boundaries({ id, segments }: Parted, markers: readonly Marker[]): Broken[] {
  return segments.flatMap((segment, index) => {
    const next = segments[index + 1];
    if (next === undefined && segment.keyId !== null) return [];
    const end = `${segment.to} ${segment.hash}`;
    const fits = markers.some(({ keyId, isFirst, ends }) =>
      next === undefined ? isFirst && ends[id] === end : keyId === next.keyId && ends[id] === end,
    );
    if (fits && next?.keyId !== null) return [];
    return [said(id, reasonOf(segment, next))];
  });
}

function reasonOf({ keyId, to }: Segment, next: Segment | undefined): string {
  if (next?.keyId === null) return `its rows from ${next.from} on carry no seal`;
  const before = keyId === null ? `its rows up to ${to} carry no seal` : `its rows up to ${to} have another key`;
  return `${before}, and no entry says that they ended so`;
}

function ends(chains: readonly Parted[], markers: readonly Marker[]): Broken[] {
  return markers.flatMap(({ seq, ends }) =>
    Object.entries(ends).flatMap(([id, end]) => {
      const segments = chains.find((chain) => chain.id === id)?.segments ?? [];
      const isThere = segments.some(({ to, hash }) => end === `${to} ${hash}`);
      return isThere ? [] : [said(id, `did not end where entry ${seq} says it did`)];
    }),
  );
}
