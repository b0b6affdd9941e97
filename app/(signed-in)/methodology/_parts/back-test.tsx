import { backTestHeads, backTestRows, backTestWords } from '@/lib/views/methodology/back-test';
import { backTestFound } from '@/lib/views/methodology/back-test-found';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

/** On a phone what held and by how much it errs: the rest finds no room. */
const classOf = (at: number) => (at === 2 || at === 3 ? 'num' : 'num drop-narrow');

const columns = backTestHeads.map((label, at) => (at === 0 ? { label } : { label, className: classOf(at) }));

/** What the forecast held where it could be measured, by horizon and by shape. */
export const BackTest = () => (
  <Panel id="forecast-measured" title="What the forecast held" sub="on simulated roll-outs only">
    <PanelBody>
      <p>{backTestWords(backTestFound)}</p>
    </PanelBody>
    <PanelBody className="flush">
      <Table caption="What the forecast held" columns={columns}>
        {backTestRows(backTestFound).map(({ name, cells }) => (
          <Row key={name}>
            <RowHead>{name}</RowHead>
            {cells.map((cell, at) => (
              <Cell key={backTestHeads[at + 1]} className={classOf(at + 1)}>
                {cell}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </PanelBody>
  </Panel>
);
