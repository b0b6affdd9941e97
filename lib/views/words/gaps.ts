import type { GapReason } from '@/lib/domain/gap';
import type { LostDayKind } from '@/lib/domain/zone-history';
import { type FailureWords, failureWords } from './failures';

type GapWords = Pick<FailureWords, 'title' | 'cause'>;

const lostDays: Record<LostDayKind, GapWords> = {
  'zone-changed': {
    title: 'Time zone changed',
    cause: 'The organisation’s time zone was changed, so that the day ended early or never came.',
  },
  'skipped-day': {
    title: 'Day skipped by the time zone',
    cause: 'The clocks of the time zone leapt over the day.',
  },
};

/** Why a day is missing: a title for lists, and the cause as a sentence. */
export const gapWords = ({ reason, status }: GapReason): GapWords =>
  isLost(reason) ? lostDays[reason] : failureWords({ kind: reason, status, detail: null });

/** The same in a few words within a sentence: token refused (401), no answer in time. */
export function gapReasonWords(gap: GapReason): string {
  const { title } = gapWords(gap);
  return title.startsWith('Enpass') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

const isLost = (reason: GapReason['reason']): reason is LostDayKind => Object.hasOwn(lostDays, reason);
