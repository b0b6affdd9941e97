import { clockVerdict } from './clock-skew';
import type { AdoptionCounts, CountField, Snapshot } from './snapshot';

/** A sum that does not add up: what the whole says, and what its parts come to. Public in the API. */
export type SumNote = { readonly name: string; readonly expected: number; readonly got: number };

/** Two clocks that disagree: what the answer's date (or a later answer's) says, and what ours said. */
export type ClockNote = { readonly name: 'clock'; readonly expected: Date; readonly got: Date };

export type Note = SumNote | ClockNote;

export const isClockNote = (note: Note): note is ClockNote => note.expected instanceof Date;

export type SumCheck = { readonly name: string; readonly whole: CountField; readonly parts: readonly CountField[] };

/**
 * What Enpass's fields say of one another, and what its example answer keeps (Enpass help, "Adoption Summary API"). Only the last
 * fails there: `total_users` is described as the onboarded users, and is 320 beside 300.
 */
export const sumChecks: readonly SumCheck[] = [
  sum('total_license', 'assigned_license', 'unassigned_license'),
  sum('assigned_license', 'activated_license', 'activation_pending'),
  sum('activated_license', 'onboarded_users', 'app_setup_pending'),
  sum('onboarded_users', 'using_enpass', 'usage_pending'),
  sum('added_items', 'connected_browser_extension', 'connected_browser_extension_pending'),
  sum('added_items', 'using_autofill', 'using_autofill_pending'),
  sum('total_users', 'active_users', 'inactive_users'),
  sum('onboarded_users', 'total_users'),
];

type Noted = Pick<Snapshot, 'counts'> & Partial<Pick<Snapshot, 'takenAt' | 'answerDate' | 'takenBefore'>>;

/** Everything to be said beside a snapshot: when its clocks disagree, then the sums that fail. */
export const notesOn = (snapshot: Noted): Note[] => [...clockNotes(snapshot), ...notesOf(snapshot.counts)];

function clockNotes({ takenAt, answerDate, takenBefore }: Noted): ClockNote[] {
  if (!takenAt) return [];
  const expected = answerDate && clockVerdict({ takenAt, answerDate }) !== 'right' ? answerDate : takenBefore;
  return expected ? [{ name: 'clock', expected, got: takenAt }] : [];
}

/** The sums that fail, in the order of the list; empty when all hold. Nothing is repaired; a sum with an unknown count cannot fail. */
export const notesOf = (counts: AdoptionCounts): SumNote[] =>
  sumChecks.flatMap(({ name, whole, parts }) => {
    const expected = counts[whole];
    const got = parts.reduce<number | null>((total, part) => plus(total, counts[part]), 0);
    return expected === null || got === null || expected === got ? [] : [{ name, expected, got }];
  });

function sum(whole: CountField, ...parts: CountField[]): SumCheck {
  return { name: `${parts.join(' + ')} = ${whole}`, whole, parts };
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
