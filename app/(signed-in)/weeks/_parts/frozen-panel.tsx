import type { TimeZone } from '@/lib/domain/day';
import type { WeekView } from '@/lib/services/weeks/view-week';
import { signedWords } from '@/lib/views/weeks/review-words';
import { ActionButton } from '../../../_ui/action-button';
import { Confirm } from '../../../_ui/confirm';
import { Note } from '../../../_ui/note';
import { PanelBody } from '../../../_ui/panel';
import { reopenForm } from '../actions';
import { Revisions } from './revisions';
import { WrittenAnswers } from './written-answers';

type Props = { view: WeekView; frozen: NonNullable<WeekView['frozen']>; timeZone: TimeZone };

/** A completed review: what was written, by whom, and the way to a next revision. */
export function FrozenPanel({ view: { week, revisions, mayWrite }, frozen: { revision, document }, timeZone }: Props) {
  const signed = signedWords(revision, timeZone);
  return (
    <div className="stack">
      <section className="panel write" aria-labelledby="h-review">
        <header className="no-print">
          <h2 id="h-review">Review</h2>
          <p className="sub right">Revision {revision.number}</p>
        </header>
        <PanelBody>
          <WrittenAnswers
            answers={document.answers}
            foot={`Completed by ${signed}. Revision ${revision.number}, SHA-256 ${revision.hash}`}
          />
          {mayWrite && (
            <div className="actions no-print">
              <Confirm
                label="Reopen"
                question={`Reopen the review of this week? It becomes a draft with today’s numbers, for revision ${revision.number + 1}. Revision ${revision.number} stays readable as it is, and readers see it until the next one is completed.`}
              >
                <ActionButton action={reopenForm} fields={{ week }} busy="Reopening">
                  Reopen now
                </ActionButton>
              </Confirm>
            </div>
          )}
        </PanelBody>
      </section>
      <div className="no-print">
        <Note tone="plain" icon="lock">
          <p>
            <b>Frozen.</b> Numbers, sentences and text are shown as they were completed; later snapshots do not change
            them.
          </p>
        </Note>
      </div>
      <Revisions revisions={revisions} week={week} timeZone={timeZone} />
    </div>
  );
}
