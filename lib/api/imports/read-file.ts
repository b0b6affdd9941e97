import { csvSlices } from './csv-file';
import { decoded, readable } from './decode';
import {
  byLine,
  type Fault,
  type HistoryRow,
  mostFaults,
  nextTurn,
  type ParsedHistory,
  type Present,
  rowChecks,
} from './history-file';
import { jsonSlices } from './json-file';

type Input = {
  /** Bytes as they came, or a text that was made here. */
  readonly content: Uint8Array | string;
  /** Null where nobody said: what looks like JSON is JSON. */
  readonly format: 'csv' | 'json' | null;
  readonly present: Present;
};

/**
 * The one reader of files of old numbers, whichever door they come by. It takes a slice at a time and lets everybody else have their
 * turn in between, and it stops after `mostFaults`. Rows come only without a fault, in the file's order.
 */
export async function readHistoryFile({ content, format, present }: Input): Promise<ParsedHistory> {
  const first = typeof content === 'string' ? content : decoded(content);
  const text = typeof first === 'string' ? readable(first) : first;
  if (typeof text !== 'string') return text;
  const checked = rowChecks(present);
  const [rows, faults]: [HistoryRow[], Fault[]] = [[], []];
  for (const slice of (format ?? formatOf(text)) === 'json' ? jsonSlices(text) : csvSlices(text)) {
    rows.push(...slice.rows);
    faults.push(...slice.faults, ...slice.rows.flatMap(checked));
    if (faults.length >= mostFaults) break;
    await nextTurn();
  }
  return faults.length > 0 ? { rows: [], faults: byLine(faults).slice(0, mostFaults) } : { rows, faults };
}

const formatOf = (text: string): 'csv' | 'json' => (/^\s*[[{]/.test(text) ? 'json' : 'csv');
