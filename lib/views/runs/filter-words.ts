import type { Day } from '@/lib/domain/day';
import type { RunFilter } from '@/lib/domain/run-filter';
import { failureWords } from '../words/failures';
import { fullDay } from '../words/numbers';

/** The names of a filter's fields, for its form and for what is wrong with an address. */
export const filterLabels = { outcome: 'Result', by: 'Started', kind: 'Cause', from: 'From', to: 'To' } as const;

export const outcomeWords = { running: 'running', succeeded: 'succeeded', failed: 'failed' } as const;
export const startedWords = { scheduled: 'by schedule', manual: 'by hand', cli: 'by command' } as const;

/**
 * What a filter lets through, as a sentence says it; empty when that is everything.
 * @example filterWords({ outcome: 'failed', by: 'manual', from: '2026-01-05', to: '2026-01-05' }) // 'failed, by hand, on 5 January 2026'
 */
export function filterWords({ outcome, by, kind, from, to }: RunFilter): string {
  return [
    outcome && outcomeWords[outcome],
    by && startedWords[by],
    kind && failureWords({ kind, status: null, detail: null }).title,
    daysWords(from, to),
  ]
    .filter(Boolean)
    .join(', ');
}

function daysWords(from: Day | undefined, to: Day | undefined): string {
  if (from && from === to) return `on ${fullDay(from)}`;
  if (from && to) return `${fullDay(from)} to ${fullDay(to)}`;
  return from ? `since ${fullDay(from)}` : to ? `until ${fullDay(to)}` : '';
}
