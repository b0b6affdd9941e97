import { Cell, Row, RowHead, Table } from '@/app/_ui/table';
import type { DocsProblem } from '@/lib/api/docs';
import { Words } from './words';

export function ProblemTable({ caption, problems }: { caption: string; problems: readonly DocsProblem[] }) {
  return (
    <Table caption={caption} columns={[{ label: 'Status' }, { label: 'When' }]}>
      {problems.map(({ status, meaning }) => (
        <Row key={status}>
          <RowHead>{status}</RowHead>
          <Cell>
            <Words text={meaning} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
