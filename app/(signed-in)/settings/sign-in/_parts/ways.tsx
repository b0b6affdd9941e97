import type { SignInWays } from '@/lib/services/access/view-sign-in';
import { personPath } from '@/lib/views/paths';
import { waysWords } from '@/lib/views/words/provider-refusals';
import { roleWords } from '@/lib/views/words/roles';
import { secondFactorWords } from '@/lib/views/words/second-factors';
import { PanelBody } from '../../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../../_ui/table';
import { StatusChip } from '../../people/_parts/status-chip';

const columns = [
  { label: 'Person' },
  { label: 'Role' },
  { label: 'Status' },
  { label: 'Linked' },
  { label: 'Comes in by' },
  { label: 'Second factor' },
];

export function Ways({ people }: { people: readonly SignInWays[] }) {
  return (
    <PanelBody className="flush cards">
      <Table caption="Who comes in how" columns={columns}>
        {people.map((person) => (
          <Row key={person.id}>
            <RowHead>
              <a href={personPath(person.id)}>{person.name}</a>
              <span className="more-text">{person.email}</span>
            </RowHead>
            <Cell className="inline">{roleWords[person.role].name}</Cell>
            <Cell>
              <StatusChip status={person.status} />
            </Cell>
            <Cell>
              <span className="unit">Linked: </span>
              {person.isLinked ? 'yes' : 'no'}
            </Cell>
            <Cell>{waysWords(person)}</Cell>
            <Cell>
              <span className="unit">Second factor: </span>
              {secondFactorWords[person.secondFactor]}
            </Cell>
          </Row>
        ))}
      </Table>
    </PanelBody>
  );
}
