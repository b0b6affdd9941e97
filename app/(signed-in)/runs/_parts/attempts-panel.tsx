import type { TimeZone } from '@/lib/domain/day';
import type { Run } from '@/lib/domain/run';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import { attemptRow, withoutAttemptsWords } from '@/lib/views/runs/attempt-words';
import { zoneWords } from '@/lib/views/words/numbers';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

type Props = { run: Run; attempts: readonly RunAttempt[]; timeZone: TimeZone };

const columns = [
  { label: 'Attempt' },
  { label: 'Asked at' },
  { label: 'Took', number: true },
  { label: 'Status', number: true },
  { label: 'Size', number: true },
  { label: 'What came back' },
];

/** Every request of a run. The answers themselves are never shown: they belong to Enpass and to the readings. */
export function AttemptsPanel({ run, attempts, timeZone }: Props) {
  const rows = attempts.map((attempt) => attemptRow(attempt, timeZone));
  return (
    <Panel id="attempts" className="cards" title="Attempts" sub={zoneWords(timeZone)}>
      <PanelBody>
        {rows.length === 0 ? (
          <p className="text muted">{withoutAttemptsWords(run)}</p>
        ) : (
          <Table caption="What was asked, and what came back" columns={columns}>
            {rows.map((row) => (
              <Row key={row.number}>
                <RowHead className="nw">
                  <span className="unit">Attempt </span>
                  {row.number}
                </RowHead>
                <Cell className="nw">{row.asked}</Cell>
                <Cell className="num inline">
                  <span className="unit">took </span>
                  {row.took}
                </Cell>
                <Cell className="num inline">
                  <span className="unit">status </span>
                  {row.status}
                </Cell>
                <Cell className="num inline">
                  <span className="unit">size </span>
                  {row.size}
                </Cell>
                <Cell className="wide-cell">
                  {row.cameBack}
                  {row.sha256 && <span className="more-text sum">SHA-256 {row.sha256}</span>}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </PanelBody>
    </Panel>
  );
}
