import { type AnswerName, type Answers, answerNames } from './review';

export type MergedAnswers = {
  readonly text: Answers;
  /** Fields in which only the other one wrote: theirs was taken. */
  readonly taken: readonly AnswerName[];
  /** Fields in which both wrote: `text` holds mine, this holds theirs. */
  readonly clashes: Partial<Answers>;
};

/** What two people wrote over the same `base`, field by field; where both wrote, nobody's text is chosen for them. */
export function threeWayMerge(asked: { base: Answers; mine: Answers; theirs: Answers }): MergedAnswers {
  const { base, mine, theirs } = asked;
  const taken = answerNames.filter((name) => mine[name] === base[name] && theirs[name] !== mine[name]);
  const clashing = answerNames.filter(
    (name) => mine[name] !== theirs[name] && mine[name] !== base[name] && theirs[name] !== base[name],
  );
  const text = Object.fromEntries(answerNames.map((name) => [name, taken.includes(name) ? theirs[name] : mine[name]]));
  const clashes = Object.fromEntries(clashing.map((name) => [name, theirs[name]]));
  return { text: text as Answers, taken, clashes };
}
