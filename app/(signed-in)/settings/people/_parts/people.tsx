import type { Member } from '@/lib/services/people/list-people';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { ActionButton } from '../../../../_ui/action-button';
import { Chip } from '../../../../_ui/chip';
import { Confirm } from '../../../../_ui/confirm';
import { PanelBody } from '../../../../_ui/panel';
import type { Tone } from '../../../../_ui/status-tone';
import { Cell, Row, RowHead, Table } from '../../../../_ui/table';
import { changeRoleForm, disableForm, enableForm, resetPasswordForm } from '../actions';
import { LinkButton } from './link-button';
import { RoleForm } from './role-form';

type Props = { people: readonly Member[]; here: Here };

const columns = [
  { label: 'Person' },
  { label: 'Role' },
  { label: 'Status' },
  { label: 'Last sign-in' },
  { label: 'Actions' },
];

const statusWords: Record<Member['status'], { tone: Tone; word: string }> = {
  active: { tone: 'ok', word: 'Active' },
  invited: { tone: 'warn', word: 'Invited' },
  disabled: { tone: 'bad', word: 'Disabled' },
};

export function People({ people, here }: Props) {
  return (
    <PanelBody className="flush cards">
      <Table caption="People and roles" columns={columns}>
        {people.map((person) => (
          <Row key={person.id}>
            <RowHead>
              {person.name}
              <span className="more-text">{person.email}</span>
            </RowHead>
            <Cell>
              <RoleForm person={person.id} name={person.name} role={person.role} change={changeRoleForm} />
            </Cell>
            <Cell>
              <Chip tone={statusWords[person.status].tone}>{statusWords[person.status].word}</Chip>
            </Cell>
            <Cell className="nw">
              <span className="unit">Last sign-in: </span>
              {person.lastSignInAt === null ? 'never' : timeWords(person.lastSignInAt, here)}
            </Cell>
            <Cell className="wide-cell">
              <Actions person={person} />
            </Cell>
          </Row>
        ))}
      </Table>
    </PanelBody>
  );
}

function Actions({ person }: { person: Member }) {
  const fields = { person: person.id };
  if (person.status === 'disabled') {
    return (
      <ActionButton action={enableForm} fields={fields} busy="Enabling" label={`Enable ${person.name}`}>
        Enable
      </ActionButton>
    );
  }
  return (
    <div className="row">
      <LinkButton person={person.id} name={person.name} make={resetPasswordForm}>
        {person.status === 'invited' ? 'New invitation link' : 'Password link'}
      </LinkButton>
      <Confirm
        label="Disable"
        question={`Disable ${person.name}? Sessions, API tokens and open links stop at once. Nothing is deleted.`}
      >
        <ActionButton
          action={disableForm}
          fields={fields}
          kind="danger"
          busy="Disabling"
          label={`Disable ${person.name}`}
        >
          Disable
        </ActionButton>
      </Confirm>
    </div>
  );
}
