import { type ClockNote, isClockNote, type Note, sumChecks } from '@/lib/domain/consistency';
import { dayIn, timeIn } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { countWords, durationWords, fullDay } from './numbers';

/** What does not add up or agree in a snapshot, and what that means for the numbers shown. */
export type NoteWords = { readonly fact: string; readonly sentence: string };

/** A name that no check has any more (a stored note of an older version) is told by its name and its two counts. */
export function noteWords(note: Note): NoteWords {
  if (isClockNote(note)) return clockWords(note);
  const { name, expected, got } = note;
  const check = sumChecks.find((each) => each.name === name);
  const [only, ...others] = check?.parts ?? [];
  if (!check || !only) return { fact: name, sentence: `${countWords(expected)} expected, ${countWords(got)} found.` };
  if (others.length === 0) {
    return {
      fact: `${only} is ${countWords(got)}, ${metrics[check.whole].label.toLowerCase()} is ${countWords(expected)}.`,
      sentence: `Enpass describes both as the onboarded users. Active users are shown out of ${countWords(got)}, the journey out of ${countWords(expected)}.`,
    };
  }
  return {
    fact: `${metrics[check.whole].label} is ${countWords(expected)}, its parts make ${countWords(got)}.`,
    sentence: `${check.parts.map((part) => metrics[part].label).join(' and ')} should add up to it. All are shown as Enpass sent them.`,
  };
}

/** In UTC: which clock of the two is right nobody knows, let alone in which zone its day was. */
function clockWords({ expected, got }: ClockNote): NoteWords {
  const apart = durationWords(Math.abs(got.getTime() - expected.getTime()));
  return {
    fact: `The clocks were ${apart} apart.`,
    sentence: `This server’s said ${inUtc(got)}, Enpass’s answer ${inUtc(expected)} (UTC). Set this server’s clock, or a day may get the numbers of another.`,
  };
}

const inUtc = (instant: Date): string => `${fullDay(dayIn(instant, 'UTC'))} ${timeIn(instant, 'UTC')}`;
