import { dayIn, timeIn } from '@/lib/domain/day';
import { isMissed } from '@/lib/domain/gap';
import type { TriedGap } from '@/lib/services/capture/view-runs';
import { runsPath } from '@/lib/views/paths';
import { gapWords } from '@/lib/views/words/gaps';
import { type Here, plural, spanWords } from '@/lib/views/words/numbers';
import { Note } from '../../../_ui/note';

/** Days that cannot be fetched again, newest first, each with its cause and what was tried. */
export function GapList({ gaps, here, none }: { gaps: readonly TriedGap[]; here: Here; none: string }) {
  if (gaps.length === 0) return <p className="body text muted">{none}</p>;
  const today = dayIn(here.now, here.timeZone);
  return (
    <ul className="list">
      {gaps.map((gap) => (
        <li key={gap.from}>
          <Note tone={isMissed(gap) ? 'bad' : 'plain'} icon="gap">
            <p>
              <b>
                {spanWords(gap.from, gap.to, today)}
                {gap.days > 1 && `, ${plural(gap.days, 'day')}`}.
              </b>{' '}
              {gapWords(gap).title}.
            </p>
            <p className="small">
              <Tried gap={gap} here={here} />
            </p>
          </Note>
        </li>
      ))}
    </ul>
  );
}

function Tried({ gap, here }: { gap: TriedGap; here: Here }) {
  if (!isMissed(gap)) return gapWords(gap).cause;
  if (gap.failedRuns === 0) return 'Nothing was tried';
  return <a href={runsPath('history', { from: gap.from, to: gap.to })}>{triedWords(gap, here)}</a>;
}

function triedWords({ failedRuns, attempts, firstRunAt, lastRunAt, days }: TriedGap, { timeZone }: Here): string {
  const times = [firstRunAt, lastRunAt].map((at) => at && timeIn(at, timeZone));
  const when = days > 1 ? '' : failedRuns === 1 ? ` at ${times[0]}` : `, ${times[0]} to ${times[1]}`;
  return `${plural(failedRuns, 'run')}, ${plural(attempts, 'attempt')}${when}`;
}
