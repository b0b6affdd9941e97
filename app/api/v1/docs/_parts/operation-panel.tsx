import { Panel, PanelBody } from '@/app/_ui/panel';
import { Cell, Row, RowHead, Table } from '@/app/_ui/table';
import type { DocsOperation } from '@/lib/views/api/docs';
import { FieldTable } from './field-table';

export function OperationPanel({ operation }: { operation: DocsOperation }) {
  const { id, method, path, summary, who, inputs, answer, answerFields, problems } = operation;
  const name = `${method} ${path}`;
  return (
    <Panel id={id} title={<code>{name}</code>} sub={summary}>
      <PanelBody>
        <p>{who}</p>
        {inputs.length > 0 && <FieldTable caption={`What ${name} takes`} fields={inputs} />}
        <p>
          Answers 200 with <code>{answer}</code>.
        </p>
        {answerFields.length > 0 && <FieldTable caption={`What ${name} answers`} fields={answerFields} />}
        <Table caption={`How ${name} can fail`} columns={[{ label: 'Status' }, { label: 'When' }]}>
          {problems.map(({ status, meaning }) => (
            <Row key={status}>
              <RowHead>{status}</RowHead>
              <Cell>{meaning}</Cell>
            </Row>
          ))}
        </Table>
      </PanelBody>
    </Panel>
  );
}
