import type { ReactNode } from 'react';
import { dayIn } from '@/lib/domain/day';
import type { RunPageView } from '@/lib/services/capture/view-run-page';
import { runsPath } from '@/lib/views/paths';
import { bytesWords, secondsWords } from '@/lib/views/runs/attempt-words';
import { trendsAround } from '@/lib/views/runs/day-words';
import { failureWords } from '@/lib/views/words/failures';
import { noteWords } from '@/lib/views/words/notes';
import { durationWords, longDay, plural, timeWords, triggerWords } from '@/lib/views/words/numbers';
import { Note } from '../../../_ui/note';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Outcome } from './history';

/** How a run ended, for which day, and what to do about it. */
export function ResultPanel({ view }: { view: RunPageView }) {
  const { run, here, reading } = view;
  const today = dayIn(here.now, here.timeZone);
  return (
    <Panel id="result" title="Result" right={<Outcome run={run} />}>
      <PanelBody>
        <dl className="run-facts">
          <Fact name="Day">
            {longDay(run.day)}: <a href={trendsAround(run.day, today)}>in trends</a>,{' '}
            <a href={runsPath('history', { from: run.day, to: run.day })}>its runs</a>
          </Fact>
          <Fact name="Started">
            {secondsWords(run.startedAt, here.timeZone)}, {triggerWords(run.trigger, run.startedByName)}
          </Fact>
          {run.finishedAt && (
            <Fact name="Ended">
              {secondsWords(run.finishedAt, here.timeZone)}, after{' '}
              {durationWords(run.finishedAt.getTime() - run.startedAt.getTime())}
            </Fact>
          )}
          <Fact name="Asked">{plural(run.attempts, 'time')}</Fact>
          {run.outcome === 'succeeded' && <Fact name="Snapshot">{snapshotWords(view)}</Fact>}
          {view.notes?.map((note) => (
            <Fact key={note.name} name="Note">
              {noteWords(note).fact} {noteWords(note).sentence}
            </Fact>
          ))}
          {reading && (
            <Fact name="Answer kept">
              {bytesWords(reading.bytes)}, SHA-256 {reading.sha256}
            </Fact>
          )}
        </dl>
        {run.failure && <Failure view={view} failure={run.failure} />}
      </PanelBody>
    </Panel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

function snapshotWords({ notes }: RunPageView): string {
  if (notes === null) return 'A later run of the day took its place; this answer is kept all the same.';
  return notes.length === 0 ? 'The day’s, all sums add up.' : `The day’s, with ${plural(notes.length, 'note')}.`;
}

function Failure({ view, failure }: { view: RunPageView; failure: NonNullable<RunPageView['run']['failure']> }) {
  const { title, cause, cure } = failureWords(failure);
  const { nextTryAt, here } = view;
  const due = failure.nextTryAt && failure.nextTryAt <= here.now ? failure.nextTryAt : null;
  return (
    <Note tone="bad">
      <p>
        <b>{title}.</b> {cause}
      </p>
      <p>{cure}</p>
      {nextTryAt && <p className="small muted">The next try comes {timeWords(nextTryAt, here)}.</p>}
      {!nextTryAt && due && <p className="small muted">The next try was due {timeWords(due, here)}.</p>}
    </Note>
  );
}
