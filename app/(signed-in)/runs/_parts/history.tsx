import { dayIn } from '@/lib/domain/day';
import { type Freshness, retryOf } from '@/lib/domain/freshness';
import type { Run } from '@/lib/domain/run';
import type { ListedRun } from '@/lib/services/capture/view-runs';
import { runPath } from '@/lib/views/paths';
import { failureWords } from '@/lib/views/words/failures';
import {
  capital,
  dayAndMonth,
  durationWords,
  type Here,
  plural,
  timeWords,
  triggerWords,
} from '@/lib/views/words/numbers';
import { Chip } from '../../../_ui/chip';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

const columns = [
  { label: 'Started' },
  { label: 'Result' },
  { label: 'What happened' },
  { label: 'Attempts', number: true },
  { label: 'Took', number: true },
];

/** Runs, newest first, each with its cause and cure in words. */
export function History({ runs, here, freshness }: { runs: readonly ListedRun[]; here: Here; freshness: Freshness }) {
  return (
    <Table caption="Run history, newest first" columns={columns}>
      {runs.map((run) => (
        <Row key={run.id}>
          <RowHead className="nw">
            <a href={runPath(run.id)}>{capital(timeWords(run.startedAt, here))}</a>
            <span className="more-text">{triggerWords(run.trigger, run.startedByName)}</span>
          </RowHead>
          <Cell>
            <Outcome run={run} />
          </Cell>
          <Cell className="wide-cell">
            <WhatHappened run={run} nextTryAt={retryOf(run, freshness)} here={here} />
          </Cell>
          <Cell className="num muted inline">
            {run.attempts}
            <span className="unit"> {run.attempts === 1 ? 'attempt' : 'attempts'}</span>
          </Cell>
          <Cell className="num muted inline">
            {run.finishedAt && durationWords(run.finishedAt.getTime() - run.startedAt.getTime())}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

export function Outcome({ run }: { run: Run }) {
  switch (run.outcome) {
    case 'running':
      return (
        <Chip tone="plain" icon="clock">
          Running
        </Chip>
      );
    case 'succeeded':
      return <Chip tone="ok">Succeeded</Chip>;
    case 'failed':
      return <Chip tone="bad">Failed</Chip>;
  }
}

function WhatHappened({ run, nextTryAt, here }: { run: ListedRun; nextTryAt: Date | null; here: Here }) {
  if (run.outcome === 'running') return 'Under way.';
  if (!run.failure)
    return `Snapshot of ${dayAndMonth(run.day, dayIn(here.now, here.timeZone))} taken.${run.notes ? ` ${plural(run.notes, 'note')}.` : ''}`;
  const { cause, cure } = failureWords(run.failure);
  return (
    <>
      {cause}
      <span className="more-text">
        {cure}
        {nextTryAt && nextTryAt > here.now && ` The next try comes ${timeWords(nextTryAt, here)}.`}
      </span>
    </>
  );
}
