import { timeIn } from '@/lib/domain/day';
import { isMissed } from '@/lib/domain/gap';
import type { TriedGap } from '@/lib/services/capture/view-runs';
import { gapWords } from '@/lib/views/words/gaps';
import { type Here, plural, spanWords } from '@/lib/views/words/numbers';
import { Note } from '../../../_ui/note';

/** Days that cannot be fetched again, newest first, each with its cause and what was tried. */
export function GapList({ gaps, here }: { gaps: readonly TriedGap[]; here: Here }) {
  if (gaps.length === 0) return <p className="body text muted">None in the last 90 days.</p>;
  return (
    <ul className="list">
      {gaps.map((gap) => (
        <li key={gap.from}>
          <Note tone={isMissed(gap) ? 'bad' : 'plain'} icon="gap">
            <p>
              <b>
                {spanWords(gap.from, gap.to)}
                {gap.days > 1 && `, ${plural(gap.days, 'day')}`}.
              </b>{' '}
              {gapWords(gap).title}.
            </p>
            <p className="small">{isMissed(gap) ? triedWords(gap, here) : gapWords(gap).cause}</p>
          </Note>
        </li>
      ))}
    </ul>
  );
}

function triedWords({ failedRuns, attempts, firstRunAt, lastRunAt, days }: TriedGap, { timeZone }: Here): string {
  if (!firstRunAt || !lastRunAt) return 'Nothing was tried';
  const times = [firstRunAt, lastRunAt].map((at) => timeIn(at, timeZone));
  const when = days > 1 ? '' : failedRuns === 1 ? ` at ${times[0]}` : `, ${times[0]} to ${times[1]}`;
  return `${plural(failedRuns, 'run')}, ${plural(attempts, 'attempt')}${when}`;
}
