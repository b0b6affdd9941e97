import type { TimeZone } from '@/lib/domain/day';
import type { Revision } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import { revisionPath } from '@/lib/views/paths';
import { signedWords } from '@/lib/views/weeks/review-words';
import { Panel } from '../../../_ui/panel';

type Props = { revisions: readonly Omit<Revision, 'document'>[]; week: Week; timeZone: TimeZone };

/** Every completed revision, newest first. */
export function Revisions({ revisions, week, timeZone }: Props) {
  if (revisions.length === 0) return null;
  return (
    <Panel id="revisions" className="no-print" title="Revisions" sub="each as it was completed">
      <ul className="list">
        {revisions.toReversed().map((revision) => (
          <li key={revision.number} className="text">
            <a href={revisionPath(week, revision.number)}>Revision {revision.number}</a>
            <p className="small muted">{signedWords(revision, timeZone)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
