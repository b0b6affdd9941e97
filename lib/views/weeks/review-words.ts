import { dayIn, type TimeZone, timeIn } from '@/lib/domain/day';
import { longestAnswer, printedAnswer, type ReviewDraft, type ReviewState, type Revision } from '@/lib/domain/review';
import { countWords, type Here, longDay, plural, soonWords, zoneWords } from '../words/numbers';
import { roleWords } from '../words/roles';

type Saved = Pick<ReviewDraft, 'changedByName' | 'changedAt'>;

/** Saved 09:42; of another day: Saved Sun 22 Nov 09:42 */
export const savedWords = ({ changedAt }: Saved, here: Here): string => `Saved ${soonWords(changedAt, here)}`;

const momentWords = (at: Date, timeZone: TimeZone): string => `${longDay(dayIn(at, timeZone))} ${timeIn(at, timeZone)}`;

/** Under a draft on paper. */
export const draftWords = (draft: Saved | null, timeZone: TimeZone): string =>
  draft
    ? `Draft by ${draft.changedByName}, saved ${momentWords(draft.changedAt, timeZone)}. Not completed.`
    : 'No review written yet.';

type Signed = Pick<Revision, 'completedByName' | 'completedByRole' | 'completedAt'>;

/** Max Okafor, manager, Monday 23 November 2026 09:50, Berlin time */
export const signedWords = ({ completedByName, completedByRole, completedAt }: Signed, timeZone: TimeZone): string =>
  `${completedByName}, ${roleWords[completedByRole].name.toLowerCase()}, ${momentWords(completedAt, timeZone)}, ${zoneWords(timeZone)}`;

/** How long an answer is, in characters as `answerLength` counts them, against what fits on a page and what is kept at all. */
export function lengthWords(length: number): string {
  const count = `${countWords(length)} of ${plural(longestAnswer, 'character')}`;
  if (length > longestAnswer) return `${count}: shorten it by ${countWords(length - longestAnswer)}`;
  return length > printedAnswer
    ? `${count}; above ${countWords(printedAnswer)} it may print on a second page`
    : `${count}; up to ${countWords(printedAnswer)} in each field print on one page`;
}

export type Standing = { readonly waits: boolean; readonly mayWrite: boolean; readonly revisions: number };

/** The state of a week for its reader: who does not write reviews waits for none, and has the newest that was completed. */
export function stateWords(state: ReviewState, { waits, mayWrite, revisions }: Standing) {
  switch (state) {
    case 'completed':
      return completed;
    case 'draft':
      if (!mayWrite) return revisions > 0 ? completed : notCompleted;
      return { tone: 'warn', word: revisions > 0 ? `Draft of revision ${revisions + 1}` : 'Draft' } as const;
    case 'due':
      if (!mayWrite) return notCompleted;
      return waits ? ({ tone: 'warn', word: 'Due' } as const) : ({ tone: 'plain', word: 'Not reviewed' } as const);
    case 'none':
      return { tone: 'plain', word: 'So far' } as const;
  }
}

const completed = { tone: 'ok', word: 'Completed' } as const;
const notCompleted = { tone: 'plain', word: 'Not completed' } as const;

/** Who saved a review while it was written elsewhere: another person, or the same one in another window. */
type Writer = { readonly name: string; readonly self: boolean } | null;

/** Max Okafor wrote meanwhile; of the same person: You saved this review in another window meanwhile, with other words */
export const meanwhileWords = (who: Writer): string =>
  who?.self ? 'You saved this review in another window meanwhile, with other words' : `${nameOf(who)} wrote meanwhile`;

/** Of one field in which both wrote. The last save is known, not who wrote which word of it: what is said of oneself holds all the same. */
export const clashWords = (who: Writer) =>
  who?.self
    ? ({
        fact: 'You saved this review in another window meanwhile, with other words here.',
        sentence: 'Those are saved; what stands in the field above is not saved yet.',
        emptied: 'There this field is empty.',
        mine: 'Keep these',
        theirs: 'Take the saved ones',
      } as const)
    : ({
        fact: `${nameOf(who)} wrote here too.`,
        sentence: 'Theirs is saved, yours stands in the field above and is not saved yet.',
        emptied: 'They emptied this field.',
        mine: 'Keep mine',
        theirs: 'Take theirs',
      } as const);

/** Before a review is completed over words that came in meanwhile. */
export const readFirstWords = (who: Writer): string =>
  `${who?.self ? 'You saved this review in another window' : 'Somebody else wrote in this review'} meanwhile. Read it as it is now, then complete it.`;

const nameOf = (who: Writer): string => who?.name ?? 'Somebody';
