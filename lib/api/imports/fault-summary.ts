import { countWords } from '@/lib/views/words/numbers';
import { type Cause, causes } from './causes';
import { type Fault, mostFaults } from './history-file';

/**
 * Why a file was refused, in one sentence, from all its faults: the first of `causes` that occurs, how often, where it begins and what
 * is written there; then how many faults are of another kind. Empty without a fault.
 */
export function faultSummary(faults: readonly Fault[]): string {
  const cause = (Object.keys(causes) as Cause[]).find((one) => faults.some((fault) => fault.cause === one));
  const those = faults.filter((fault) => fault.cause === cause);
  const [first] = those;
  if (cause === undefined || first === undefined) return '';
  const words = causes[cause];
  if ('told' in words) return `${words.told ?? first.message}.`;
  const atLeast = faults.length >= mostFaults ? 'At least ' : '';
  const what =
    those.length === 1
      ? `${words.one}, in line`
      : `${atLeast}${countWords(those.length)} ${words.many}, the first in line`;
  const example = first.shown === undefined ? '' : `: ${first.shown}`;
  return `${what} ${first.line}${example}.${othersWords(faults.length - those.length, atLeast)}`;
}

function othersWords(others: number, atLeast: string): string {
  if (others === 0) return '';
  return others === 1
    ? ' One more fault is of another kind.'
    : ` ${atLeast}${countWords(others)} more faults are of another kind.`;
}
