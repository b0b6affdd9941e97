import { ungrouped } from '@/lib/domain/count-groups';
import type { AdoptionCounts, SnapshotSource } from '@/lib/domain/snapshot';
import { parseAnswer } from './schema';

/** What a kept reading's text says: an answer of Enpass, or an imported day, which may have unknown counts. Null when it says neither. */
export function countsOfBody(body: string, source: SnapshotSource): AdoptionCounts | null {
  const json = jsonOf(body.replace(/^\uFEFF/, ''));
  if (source === 'imported') return ungrouped(json);
  const parsed = parseAnswer(json);
  return parsed.ok ? parsed.value : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
