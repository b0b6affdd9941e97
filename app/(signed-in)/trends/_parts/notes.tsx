import type { TrendNote } from '@/lib/views/trends/trend-notes';
import { Note } from '../../../_ui/note';

/** What to know beside the line. */
export const Notes = ({ notes }: { notes: readonly TrendNote[] }) => (
  <ul className="list">
    {notes.map(({ key, kind, tone, fact, sentence, number, href }) => (
      <li key={key}>
        <Note tone={tone} icon={kind === 'gap' || kind === 'flag' ? kind : undefined}>
          <p>
            {number !== null && <span className="faint">{number} </span>}
            <b>{fact}</b> {sentence}
            {href !== null && (
              <>
                {' '}
                <a href={href}>Before and after</a>
              </>
            )}
          </p>
        </Note>
      </li>
    ))}
  </ul>
);
