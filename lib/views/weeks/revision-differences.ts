import { answerNames } from '@/lib/domain/review';
import type { Remark } from './quality';
import type { ReviewDocument } from './review-document';

/** What one revision says and the other does not; null where a side has nothing of the kind. */
export type Difference = { readonly label: string; readonly before: string | null; readonly after: string | null };

export const answerLabels = { happened: 'What happened', why: 'Why', next: 'Next' } as const;

/** Everything that differs between two revisions of a week, in the order of the page. */
export function revisionDifferences(before: ReviewDocument, after: ReviewDocument): Difference[] {
  const [old, now] = [new Map(saidIn(before)), new Map(saidIn(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? null, after: now.get(label) ?? null }))
    .filter((one) => one.before !== one.after);
}

/** A review as label and text, one line a statement. */
function saidIn({ sheet, answers, signed }: ReviewDocument): [string, string][] {
  const { summary, numbers, flows } = sheet;
  return [
    ['Closing snapshot', sheet.taken],
    ['Summary', summary.sentences.join(' ')],
    ['Compared with', summary.compared],
    ...numbers.rows.flatMap((row): [string, string][] => [
      ...row.cells.map((cell, index): [string, string] => [`${row.label}, ${numbers.heads[index] ?? ''}`, cell]),
      [`${row.label}, change`, row.change?.text ?? '—'],
    ]),
    ...flows.rows.map((row): [string, string] => [
      `${row.label}, net flow`,
      `${row.net}; pace ${row.pace}; ${row.pending} pending; ${row.weeksToClear} weeks to clear`,
    ]),
    ['Data quality', remarks(sheet.quality)],
    ['Targets', remarks(sheet.targets)],
    ['Annotations', remarks(sheet.annotations)],
    ...answerNames.map((name): [string, string] => [answerLabels[name], answers[name]]),
    ['Completed by', signed.name],
  ];
}

const remarks = (list: readonly Remark[]): string =>
  list.map(({ fact, sentence }) => `${fact} ${sentence}`.trim()).join('\n');
