import { furthestWeeks } from '@/lib/domain/forecast';
import { fewestForPace } from '@/lib/domain/forecast-pace';
import { fewestSnapshots, stalestDays } from '@/lib/domain/forecast-refusals';
import type { TargetState } from '@/lib/domain/target';

export const targetStateWords: Record<TargetState, string> = {
  reached: 'Reached',
  'almost-certain': 'Almost certain',
  'on-track': 'On track',
  behind: 'Behind',
  'out-of-reach': 'Out of reach',
  missed: 'Missed',
  'too-early': 'Too early',
  unknown: 'Not known',
};

/** How a state is shown wherever a colour helps. */
export const targetTones: Record<TargetState, 'ok' | 'warn' | 'bad' | 'plain'> = {
  reached: 'ok',
  'almost-certain': 'ok',
  'on-track': 'ok',
  behind: 'warn',
  'out-of-reach': 'bad',
  missed: 'bad',
  'too-early': 'plain',
  unknown: 'plain',
};

/** How a target is judged, in the order of judging: the page shows these very lines. */
export const targetRules: readonly { readonly state: TargetState; readonly rule: string }[] = [
  {
    state: 'reached',
    rule: 'Two snapshots in a row met the value between the day it was set and its due day: one odd reading reaches nothing. It stays reached, and says so when it has fallen below since.',
  },
  { state: 'missed', rule: 'The due day is over without that.' },
  {
    state: 'unknown',
    rule: `No snapshot has this number, or the newest is more than ${stalestDays} days old. So is one that only its line could judge when nobody knows where it began.`,
  },
  {
    state: 'too-early',
    rule: `Fewer than ${fewestForPace.days} days of history or fewer than ${fewestForPace.snapshots} snapshots.`,
  },
  {
    state: 'almost-certain',
    rule: 'The forecast’s whole range for the due day meets the value. Of simulated targets 98% were then reached.',
  },
  { state: 'on-track', rule: 'The middle of the range meets it, the near end does not. 75% were reached.' },
  { state: 'behind', rule: 'Only the far end of the range meets it: possible. 39% were reached.' },
  { state: 'out-of-reach', rule: 'Not even the far end meets it, at this pace. 9% were reached.' },
];

/** What judges where no range can. */
export const lineRule = `Without a range (fewer than ${fewestSnapshots} snapshots, a step of the base, total licences, or due in more than ${furthestWeeks} weeks) the straight line from its start to the target decides: at or beyond it on track, short of it behind. The words then say so.`;

export const needRule =
  'The people missing on the due day, if the base moves on at its pace (as far as there are licences), spread over the weeks from today, rounded up to a tenth. A pace is the mean change a week of the last 4 and the last 13 weeks; none is told below 14 days and 8 snapshots.';
