import { Cell, Row, RowHead, Table } from '@/app/_ui/table';
import type { DocsField } from '@/lib/views/api/docs';

export function FieldTable({ caption, fields }: { caption: string; fields: readonly DocsField[] }) {
  return (
    // A long type scrolls in its own region, which the keyboard must be able to reach.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus.
    <section className="scroll" aria-label={caption} tabIndex={0}>
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
            <Cell>{description}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
