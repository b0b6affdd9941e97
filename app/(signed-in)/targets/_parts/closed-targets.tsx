import { earlierOf } from '@/lib/domain/day';
import type { JudgedTarget } from '@/lib/services/targets/list-targets';
import { targetPath, trendsPath } from '@/lib/views/paths';
import { fullDay } from '@/lib/views/words/numbers';
import { reachedWords, targetName } from '@/lib/views/words/targets';
import { FigureLink } from '../../../_ui/calm-link';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { StateOfTarget } from './goal';

/** From the day it was set to the day it was due. */
const trendTo = ({ metric, setOn, dueDay }: JudgedTarget['target']): string =>
  trendsPath({ metric, period: 'dates', from: earlierOf(setOn, dueDay), to: dueDay });

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
              <Cell className="inline at-end">
                <FigureLink metric={target.metric} href={trendTo(target)}>
                  {reachedWords(target, progress)}
                </FigureLink>
              </Cell>
              <Cell className="muted inline wide-cell">{target.setByName}</Cell>
            </Row>
          ))}
        </Table>
      </PanelBody>
    </Panel>
  );
}
