import type { Annotation } from '@/lib/domain/annotation';
import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { ComparedDay } from '@/lib/services/trends/compare-days';
import { annotationKindWords } from '@/lib/views/words/annotations';
import { noteWords } from '@/lib/views/words/notes';
import { longSpan, spanWords, weekdayDay } from '@/lib/views/words/numbers';
import { Note } from '../../../_ui/note';
import { Panel } from '../../../_ui/panel';

type Props = { annotations: readonly Annotation[]; days: Period; sides: readonly ComparedDay[]; today: Day };

/** What happened between the two days, and what does not add up on either. */
export function Between({ annotations, days, sides, today }: Props) {
  const notes = sides.flatMap(({ snapshot, notes: found }) =>
    found.map((note) => ({ key: `${snapshot.day} ${note.name}`, day: snapshot.day, ...noteWords(note) })),
  );
  return (
    <Panel id="between" title="Between the two days" sub={longSpan(days.from, days.to)}>
      <ul className="list">
        {annotations.map(({ id, from, to, title, kind, createdByName }) => (
          <li key={id}>
            <Note icon="flag">
              <p>
                <b>{title},</b> {spanWords(from, to, today)}. {annotationKindWords[kind]}, by {createdByName}.
              </p>
            </Note>
          </li>
        ))}
        {annotations.length === 0 && (
          <li>
            <Note>
              <p>No annotation lies between them.</p>
            </Note>
          </li>
        )}
        {notes.map(({ key, day, fact, sentence }) => (
          <li key={key}>
            <Note>
              <p>
                <b>
                  {weekdayDay(day, today)}: {fact}
                </b>{' '}
                {sentence}
              </p>
            </Note>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
