import { LRUCache } from 'lru-cache';

export type Cache = LRUCache<string, Kept, () => Promise<Kept>>;

type Kept = { readonly value: unknown };

type Bounds = { readonly entries: number; readonly characters: number };

/** A process has one. Whatever is asked for while it is being made is waited for, and what was used longest ago goes first. */
export const createCache = ({ entries, characters }: Bounds = { entries: 500, characters: 12_000_000 }): Cache =>
  new LRUCache({
    max: entries,
    maxSize: characters,
    sizeCalculation: ({ value }) => (JSON.stringify(value)?.length ?? 0) + 1,
    fetchMethod: (_key, _stale, { context: make }) => make(),
    // What is pushed out while it is being made is still awaited.
    ignoreFetchAbort: true,
  });
