'use client';

import { useActionState } from 'react';
import { answerNames } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import { meanwhileWords } from '@/lib/views/weeks/review-words';
import { answerLabels } from '@/lib/views/weeks/revision-differences';
import { FormErrors } from '../../../_ui/form-errors';
import { Note } from '../../../_ui/note';
import { SubmitButton } from '../../../_ui/submit-button';
import { AnswerField } from './answer-field';
import { CompleteButton } from './complete-button';
import { type Kept, unwritten } from './review-form-state';
import { type Intent, useReviewDraft, type WriteReview } from './use-review-draft';
import { WrittenAnswers } from './written-answers';

type Props = {
  week: Week;
  /** The id of whoever writes. */
  writer: string;
  kept: Kept;
  /** Under the text on paper. */
  foot: string;
  /** Null while the week is not over. */
  completes: { readonly revision: number } | null;
  write: WriteReview;
};

/** The manager's three fields. Works by its Save button alone; with script it saves by itself. */
export function ReviewForm({ week, writer, kept: begun, foot, completes, write }: Props) {
  const [answer, submit] = useActionState(write, unwritten);
  const draft = useReviewDraft({ week, writer, first: { kept: begun, answer }, write });
  const { text, kept, told, busy, dirty } = draft;
  const errorOf = (name: string) => told.problems.find(({ path }) => path === name)?.message;
  return (
    <section className="panel write" aria-labelledby="h-review">
      <header className="no-print">
        <h2 id="h-review">Your review</h2>
        <p className="sub right" role="status">
          {busy === 'save' || busy === 'autosave'
            ? 'Saving'
            : dirty
              ? 'Not saved'
              : (kept.words ?? 'Nothing written yet')}
        </p>
      </header>
      <form
        className="body no-print"
        action={submit}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const by = (event.nativeEvent as SubmitEvent).submitter;
          void draft.send(by?.getAttribute('value') === 'complete' ? 'complete' : ('save' satisfies Intent));
        }}
      >
        <input type="hidden" name="week" value={week} />
        <input type="hidden" name="version" value={kept.version} />
        <Said told={told} back={draft.back} />
        {answerNames.map((name) => (
          <AnswerField
            key={name}
            name={name}
            value={text[name]}
            base={kept.text[name]}
            error={errorOf(name)}
            theirs={told.clashes[name]}
            who={told.who}
            locked={busy === 'complete'}
            onWrite={(value) => draft.write(name, value)}
            onSettle={(value) => draft.settle(name, value)}
          />
        ))}
        <div className="actions">
          <SubmitButton name="intent" value="save" aria-disabled={busy !== null || undefined}>
            Save draft
          </SubmitButton>
          {completes && <CompleteButton revision={completes.revision} busy={busy === 'complete'} />}
        </div>
        {!completes && <p className="hint">The week is not over. It can be completed from Monday.</p>}
      </form>
      <div className="print-only">
        <WrittenAnswers answers={text} foot={dirty ? 'Not saved. Not completed.' : foot} />
      </div>
    </section>
  );
}

type SaidProps = Pick<ReturnType<typeof useReviewDraft>, 'told' | 'back'>;

function Said({ told, back }: SaidProps) {
  const { problems, taken, who, asked } = told;
  const general = problems.filter(({ path }) => !(path in answerLabels));
  return (
    <>
      {asked === 'autosave' ? (
        general.length > 0 && (
          <Note tone="bad" box role="alert">
            <b>Not saved.</b> {general.map(({ message }) => message).join(' ')}
          </Note>
        )
      ) : (
        <FormErrors
          problems={problems}
          labels={answerLabels}
          title={asked === 'complete' ? 'Not completed.' : undefined}
        />
      )}
      {back && (
        <Note box role="status">
          <b>Words that had not been saved</b> when you left are in the form again.
        </Note>
      )}
      {taken.length > 0 && (
        <Note tone="warn" box role="status">
          <b>{meanwhileWords(who)}</b> in {taken.map((name) => `“${answerLabels[name]}”`).join(' and ')}. Those words
          are in the form now, beside the ones you wrote here.
        </Note>
      )}
    </>
  );
}
