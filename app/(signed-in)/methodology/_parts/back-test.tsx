import { backTestHeads, backTestRows, backTestWords } from '@/lib/views/methodology/back-test';
import { backTestFound } from '@/lib/views/methodology/back-test-found';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';

const columns = backTestHeads.map((label, at) => ({ label, number: at > 0 }));

/** What the forecast held where it could be measured, by horizon and by shape. */
export const BackTest = () => (
  <Panel id="forecast-measured" className="cards" title="What the forecast held" sub="on simulated roll-outs only">
    <PanelBody>
      <p>{backTestWords(backTestFound)}</p>
    </PanelBody>
    <PanelBody className="flush">
      <Table caption="What the forecast held" columns={columns}>
        {backTestRows(backTestFound).map(({ name, cells }) => (
          <Row key={name}>
            <RowHead>{name}</RowHead>
            {cells.map((cell, at) => (
              <Cell key={backTestHeads[at + 1]} className="num">
                {cell}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </PanelBody>
  </Panel>
);
