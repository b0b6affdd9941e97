import type { May } from '@/lib/domain/roles';
import type { Seen } from '@/lib/services/overview/view-overview';
import { runsPath } from '@/lib/views/paths';
import { noteWords } from '@/lib/views/words/notes';
import { countWords, type Here, plural } from '@/lib/views/words/numbers';
import { snapshotWords } from '@/lib/views/words/snapshots';
import { Note } from '../../_ui/note';
import { Panel, PanelBody } from '../../_ui/panel';

const mostNotes = 3;

/** Where the shown numbers come from: when they were taken, how many days there are, what does not add up. */
export function SnapshotPanel({ seen, may, here }: { seen: Seen; may: May<'run:see'>; here: Here }) {
  const { coverage, numbers } = seen;
  const { tone, fact, sentence } = snapshotWords(seen.snapshot, seen.freshness, here);
  const unsaid = numbers.notes.length - mostNotes;
  return (
    <Panel id="snapshot" title="This snapshot">
      <PanelBody className="stack tight">
        <Note tone={tone} icon={tone === 'plain' ? 'clock' : undefined}>
          <p>
            <b>{fact}</b>
            {sentence}
          </p>
        </Note>
        {coverage.possible > 1 && (
          <Note icon="calendar">
            <p>
              <b>
                {countWords(coverage.captured)} of the last {plural(coverage.possible, 'day')}
              </b>{' '}
              captured. <Missing days={coverage.missing} linked={may('run:see')} />
            </p>
          </Note>
        )}
        {numbers.notes.slice(0, mostNotes).map((note) => {
          const words = noteWords(note);
          return (
            <Note key={note.name}>
              <p>
                <b>{words.fact}</b> {words.sentence}
              </p>
            </Note>
          );
        })}
        {unsaid > 0 && <p className="small muted">and {plural(unsaid, 'more sum')} that do not add up</p>}
      </PanelBody>
    </Panel>
  );
}

function Missing({ days, linked }: { days: number; linked: boolean }) {
  if (days === 0) return 'None missing.';
  const words = `${plural(days, 'day')} missing`;
  return linked ? <a href={runsPath('gaps')}>{words}</a> : `${words}.`;
}
