'use client';

import { useSyncExternalStore } from 'react';
import type { RunProgress } from '@/lib/views/run-progress';

type Watch = { progress: RunProgress | null; misses: number; timer: number; readers: Set<() => void> };

const everyMs = 800;
// A server that restarts is away for seconds; after this many unanswered questions the page waits for its reader.
const mostMisses = 20;

const watches = new Map<string, Watch>();

/** A run as it goes, asked for about once a second while it runs; however many parts of the page watch it, one asks. */
export function useRun(id: string | null, known: RunProgress | null = null): RunProgress | null {
  const seen = useSyncExternalStore(
    (reader) => (id === null ? nothing : join(id, reader)),
    () => (id === null ? null : (watches.get(id)?.progress ?? null)),
    () => null,
  );
  return seen ?? known;
}

const nothing = () => {};

function join(id: string, reader: () => void): () => void {
  const watch = watches.get(id) ?? { progress: null, misses: 0, timer: 0, readers: new Set() };
  watches.set(id, watch);
  watch.readers.add(reader);
  if (watch.readers.size === 1) ask(id, watch);
  return () => {
    watch.readers.delete(reader);
    if (watch.readers.size === 0) window.clearTimeout(watch.timer);
  };
}

async function ask(id: string, watch: Watch): Promise<void> {
  window.clearTimeout(watch.timer);
  const progress = await progressOf(id);
  watch.misses = progress ? 0 : watch.misses + 1;
  if (progress) {
    watch.progress = progress;
    for (const reader of watch.readers) reader();
  }
  const goesOn = progress ? progress.outcome === 'running' : watch.misses < mostMisses;
  if (goesOn && watch.readers.size > 0) watch.timer = window.setTimeout(() => ask(id, watch), everyMs);
}

/** Null when the server did not answer; it is asked again. */
async function progressOf(id: string): Promise<RunProgress | null> {
  try {
    const answer = await fetch(`/runs/${id}/progress`, { redirect: 'error' });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
