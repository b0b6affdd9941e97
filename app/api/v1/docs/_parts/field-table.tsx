import { Cell, Row, RowHead, Table } from '@/app/_ui/table';
import type { DocsField } from '@/lib/api/docs';
import { Words } from './words';

export function FieldTable({ caption, fields }: { caption: string; fields: readonly DocsField[] }) {
  return (
    <Table caption={caption} columns={[{ label: 'Name' }, { label: 'Type' }, { label: 'Meaning' }]}>
      {fields.map(({ name, type, required, description }) => (
        <Row key={name}>
          <RowHead>
            <code>{name}</code>
          </RowHead>
          <Cell>
            <code>{type}</code>
            {required ? '' : ' (optional)'}
          </Cell>
          <Cell>
            <Words text={description} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
