import type { Member } from '@/lib/services/people/list-people';
import { personPath } from '@/lib/views/paths';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { roleWords } from '@/lib/views/words/roles';
import { PanelBody } from '../../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../../_ui/table';
import { StatusChip } from './status-chip';

type Props = { people: readonly Member[]; here: Here };

const columns = [{ label: 'Person' }, { label: 'Role' }, { label: 'Status' }, { label: 'Last sign-in' }];

/** Everybody; what can be done with somebody stands on their own page, where there is room to ask twice. */
export function People({ people, here }: Props) {
  return (
    <PanelBody className="flush cards">
      <Table caption="People and roles" columns={columns}>
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
            <Cell className="nw">
              <span className="unit">Last sign-in: </span>
              {person.lastSignInAt === null ? 'never' : timeWords(person.lastSignInAt, here)}
            </Cell>
          </Row>
        ))}
      </Table>
    </PanelBody>
  );
}
