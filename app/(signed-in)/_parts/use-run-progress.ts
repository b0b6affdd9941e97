'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { runProgressPath } from '@/lib/views/paths';
import type { RunProgress } from '@/lib/views/runs/run-progress';

type Watch = {
  progress: RunProgress | null;
  asking: boolean;
  misses: number;
  timer: number;
  readers: Set<() => void>;
};

const everyMs = 800;
// A server that restarts is away for seconds; after this many unanswered questions the page waits for its reader.
const mostMisses = 20;

const watches = new Map<string, Watch>();
let newest: string | null = null;
const readersOfNewest = new Set<() => void>();

/** A run as it goes, asked for about once a second while it runs; however many parts of the page watch it, one asks. */
export function useRunProgress(id: string | null, known: RunProgress | null = null): RunProgress | null {
  // React subscribes anew, and so asks anew, whenever it is given another function.
  const watch = useCallback((reader: () => void) => (id === null ? nothing : join(id, reader)), [id]);
  const seen = useSyncExternalStore(
    watch,
    () => (id === null ? null : (watches.get(id)?.progress ?? null)),
    () => null,
  );
  return seen ?? known;
}

const nothing = () => {};

/** The run that some part of the page began to watch last. */
export const useNewestRun = (): string | null =>
  useSyncExternalStore(
    joinNewest,
    () => newest,
    () => null,
  );

function joinNewest(reader: () => void): () => void {
  readersOfNewest.add(reader);
  return () => void readersOfNewest.delete(reader);
}

function join(id: string, reader: () => void): () => void {
  const watch = watches.get(id) ?? { progress: null, asking: false, misses: 0, timer: 0, readers: new Set() };
  if (!watches.has(id)) tell(id);
  watches.set(id, watch);
  watch.readers.add(reader);
  if (watch.readers.size === 1 && !hasEnded(watch)) ask(id, watch);
  return () => {
    watch.readers.delete(reader);
    if (watch.readers.size === 0) window.clearTimeout(watch.timer);
  };
}

function tell(id: string): void {
  newest = id;
  for (const reader of readersOfNewest) reader();
}

const hasEnded = ({ progress }: Watch): boolean => progress !== null && progress.outcome !== 'running';

async function ask(id: string, watch: Watch): Promise<void> {
  if (watch.asking) return;
  window.clearTimeout(watch.timer);
  watch.asking = true;
  const progress = await progressOf(id);
  watch.asking = false;
  watch.misses = progress ? 0 : watch.misses + 1;
  if (progress) {
    watch.progress = progress;
    for (const reader of watch.readers) reader();
  }
  if (!hasEnded(watch) && watch.misses < mostMisses && watch.readers.size > 0)
    watch.timer = window.setTimeout(() => ask(id, watch), everyMs);
}

/** Null when the server did not answer; it is asked again. */
async function progressOf(id: string): Promise<RunProgress | null> {
  try {
    const answer = await fetch(runProgressPath(id), { redirect: 'error' });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
