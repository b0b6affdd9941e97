import type { JudgedTarget } from '@/lib/services/targets/list-targets';
import { targetPath } from '@/lib/views/paths';
import { fullDay } from '@/lib/views/words/numbers';
import { reachedWords, targetName } from '@/lib/views/words/targets';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { StateOfTarget } from './goal';

const columns = [{ label: 'Target' }, { label: 'By' }, { label: 'Status' }, { label: 'On' }, { label: 'Set by' }];

/** Reached, or past its day. */
export function ClosedTargets({ targets }: { targets: readonly JudgedTarget[] }) {
  return (
    <Panel id="closed" className="cards" title="Reached and closed">
      <PanelBody className="flush">
        <Table caption="Reached and closed targets" columns={columns}>
          {targets.map(({ target, progress }) => (
            <Row key={target.id}>
              <RowHead>
                <a href={targetPath(target.id)}>{targetName(target)}</a>
              </RowHead>
              <Cell className="inline at-end">{fullDay(target.dueDay)}</Cell>
              <Cell className="inline">
                <StateOfTarget state={progress.state} />
              </Cell>
              <Cell className="inline at-end">{reachedWords(target, progress)}</Cell>
              <Cell className="muted inline wide-cell">{target.setByName}</Cell>
            </Row>
          ))}
        </Table>
      </PanelBody>
    </Panel>
  );
}
