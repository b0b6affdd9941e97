import type { TrendNote } from '@/lib/views/trends/trend-notes';
import type { IconName } from '../../../_ui/icon';
import { Note } from '../../../_ui/note';
import { Panel } from '../../../_ui/panel';

const icons: Partial<Record<TrendNote['kind'], IconName>> = { gap: 'gap', flag: 'flag' };

/** What to know beside the line. */
export function Notes({ notes }: { notes: readonly TrendNote[] }) {
  return (
    <Panel id="notes" title="Read beside the line">
      <ul className="list">
        {notes.map(({ key, kind, tone, fact, sentence, number }) => (
          <li key={key}>
            <Note tone={tone} icon={icons[kind]}>
              <p>
                {number !== null && <span className="faint">{number} </span>}
                <b>{fact}</b> {sentence}
              </p>
            </Note>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
