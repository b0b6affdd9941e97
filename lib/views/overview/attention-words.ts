import type { Attention } from '@/lib/domain/attention';
import { type Day, dayIn } from '@/lib/domain/day';
import { isMissed } from '@/lib/domain/gap';
import { connectionPath, runsPath, targetsPath, weekPath } from '../paths';
import { failureWords } from '../words/failures';
import { gapWords as reasonWords } from '../words/gaps';
import {
  aheadWords,
  fullDay,
  type Here,
  plural,
  shortDay,
  soonWords,
  spanWords,
  timeWords,
  weekdayDay,
} from '../words/numbers';
import { targetStateWords } from '../words/target-rules';
import { targetName, targetWords } from '../words/targets';
import { weekWords } from '../words/weeks';

/** A fact, a plain sentence, and the page where something can be done about it. */
export type AttentionWords = {
  readonly fact: string;
  readonly sentence: string;
  readonly way: Way;
  readonly wayWords: string;
};
type Way = {
  readonly href: string;
  readonly needs: 'connection:manage' | 'run:see' | 'adoption:see' | 'review:write';
};

const toConnection: Way = { href: connectionPath(), needs: 'connection:manage' };
const toRuns: Way = { href: runsPath(), needs: 'run:see' };

const newToken = 'Create a new one in the Enpass Admin Console.';

/** One item of the list; times are of the organisation's zone. */
export function attentionWords(item: Attention, here: Here): AttentionWords {
  const today = dayIn(here.now, here.timeZone);
  switch (item.kind) {
    case 'no-connection':
      return {
        fact: 'No connection to Enpass.',
        sentence: 'Nothing new is captured until one is set up.',
        way: toConnection,
        wayWords: 'Set it up',
      };
    case 'token-expired':
      return {
        fact: 'The Enpass token has expired,',
        sentence: `on ${fullDay(item.on)}. ${newToken}`,
        way: toConnection,
        wayWords: 'Replace the token',
      };
    case 'token-expires':
      return {
        fact: `The Enpass token expires ${aheadWords(item.inDays)},`,
        sentence: `on ${fullDay(item.on)}. ${newToken}`,
        way: toConnection,
        wayWords: 'Replace the token',
      };
    case 'stale':
      return {
        fact: `No snapshot for ${plural(item.days, 'day')}.`,
        sentence: `The last is of ${weekdayDay(item.lastDay, today)}. ${reasonWords(item.cause).cause} Next try ${timeWords(item.nextTryAt, here)}.`,
        way: toRuns,
        wayWords: 'Run history',
      };
    case 'failing':
      return {
        fact: 'Today’s snapshot has not come yet.',
        sentence: `${failureWords(item.failure).cause} Next try ${soonWords(item.nextTryAt, here)}.`,
        way: toRuns,
        wayWords: 'Run history',
      };
    case 'gap':
      return {
        fact: `No snapshot ${gapWords(item.gap, today)}.`,
        sentence: `${reasonWords(item.gap).cause} ${item.gap.days === 1 ? 'The day' : 'These days'} cannot be fetched again.`,
        ...gapWay(item.gap),
      };
    case 'review-due':
      return {
        fact: `Review of ${weekWords(item.week)} is due.`,
        sentence: item.draft
          ? `${item.draft.changedByName} has a draft, saved ${timeWords(item.draft.changedAt, here)}.`
          : 'Nobody has written yet.',
        way: { href: weekPath(item.week), needs: 'review:write' },
        wayWords: 'Open the review',
      };
    case 'target-off':
      return {
        fact: `${targetName(item.target)} by ${shortDay(item.target.dueDay, today)}: ${targetStateWords[item.progress.state].toLowerCase()}.`,
        sentence: targetWords(item.target, item.progress, today).need,
        way: { href: targetsPath(), needs: 'adoption:see' },
        wayWords: 'See what it needs',
      };
  }
}

/** Where runs failed they are what one looks at; where none was, the list of gaps. */
function gapWay(gap: Gap): Pick<AttentionWords, 'way' | 'wayWords'> {
  const { from, to, reason } = gap;
  const tried = isMissed(gap) && reason !== 'not-running';
  const href = tried ? runsPath('history', { from, to }) : runsPath('gaps');
  return { way: { href, needs: 'run:see' }, wayWords: tried ? 'What was tried' : 'All gaps' };
}

type Gap = Extract<Attention, { kind: 'gap' }>['gap'];

const gapWords = ({ from, to, days }: Gap, today: Day): string =>
  days === 1 ? `on ${spanWords(from, to, today)}` : `${spanWords(from, to, today)}, ${plural(days, 'day')}`;
