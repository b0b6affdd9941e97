import type { Attention } from '@/lib/domain/attention';
import { adviceFor } from './advice';
import { fullDay, type Here, plural, soonWords, spanWords, timeWords, weekdayDay } from './words';

/** A fact, a plain sentence, and the page where something can be done about it. */
export type AttentionWords = {
  readonly fact: string;
  readonly sentence: string;
  readonly way: 'connection' | 'runs';
  readonly wayWords: string;
};

const newToken = 'Create a new one in the Enpass Admin Console.';

export function attentionWords(item: Attention, here: Here): AttentionWords {
  switch (item.kind) {
    case 'no-connection':
      return {
        fact: 'No connection to Enpass.',
        sentence: 'Nothing new is captured until one is set up.',
        way: 'connection',
        wayWords: 'Set it up',
      };
    case 'token-expired':
      return {
        fact: 'The Enpass token has expired,',
        sentence: `on ${fullDay(item.on)}. ${newToken}`,
        way: 'connection',
        wayWords: 'Replace the token',
      };
    case 'token-expires':
      return {
        fact: `The Enpass token expires ${item.inDays === 0 ? 'today' : `in ${plural(item.inDays, 'day')}`},`,
        sentence: `on ${fullDay(item.on)}. ${newToken}`,
        way: 'connection',
        wayWords: 'Replace the token',
      };
    case 'stale':
      return {
        fact: `No snapshot for ${plural(item.days, 'day')}.`,
        sentence: `The last is of ${weekdayDay(item.lastDay)}. ${causeOf(item.cause)} Next try ${timeWords(item.nextTryAt, here)}.`,
        way: 'runs',
        wayWords: 'Run history',
      };
    case 'failing':
      return {
        fact: 'Today’s snapshot has not come yet.',
        sentence: `${adviceFor(item.failure).cause} Next try ${soonWords(item.nextTryAt, here)}.`,
        way: 'runs',
        wayWords: 'Run history',
      };
    case 'gap':
      return {
        fact: `No snapshot ${gapWords(item.gap)}.`,
        sentence: `${causeOf(item.gap)} ${item.gap.days === 1 ? 'The day' : 'These days'} cannot be fetched again.`,
        way: 'runs',
        wayWords: 'Run history',
      };
  }
}

type Gap = Extract<Attention, { kind: 'gap' }>['gap'];

const gapWords = ({ from, to, days }: Gap): string =>
  days === 1 ? `on ${spanWords(from, to)}` : `${spanWords(from, to)}, ${plural(days, 'day')}`;

const causeOf = ({ reason, status }: Pick<Gap, 'reason' | 'status'>): string =>
  adviceFor({ kind: reason, status, detail: null }).cause;
