import type { PersonView } from '@/lib/services/people/view-person';
import { accountPath } from '@/lib/views/paths';
import { ActionButton } from '../../../../_ui/action-button';
import { Confirm } from '../../../../_ui/confirm';
import { PanelBody } from '../../../../_ui/panel';
import { disableForm, enableForm, removeForm, resetPasswordForm } from '../actions';
import { LinkButton } from './link-button';

/** Ways in and out. What would be refused is not offered, and why is said instead. */
export function AccessActions({ view: { person, isSelf, isLastAdmin, isRemovable } }: { view: PersonView }) {
  const fields = { person: person.id };
  return (
    <PanelBody className="stack tight">
      {person.status === 'disabled' ? (
        <ActionButton action={enableForm} fields={fields} busy="Enabling" label={`Enable ${person.name}`}>
          Enable
        </ActionButton>
      ) : (
        <LinkButton person={person.id} name={person.name} make={resetPasswordForm}>
          {person.status === 'invited' ? 'New invitation link' : 'Password link'}
        </LinkButton>
      )}
      {isSelf ? (
        <p className="text muted">
          This is you: another admin can disable you. <a href={accountPath()}>Your password and sessions</a>
        </p>
      ) : (
        person.status !== 'disabled' && <Disable person={person} isLastAdmin={isLastAdmin} />
      )}
      {isRemovable && (
        <Confirm
          label="Remove"
          kind="danger"
          question={`Remove ${person.name}? They never signed in. Their open links stop at once, and their address is free again; the audit log keeps that they were invited.`}
        >
          <ActionButton
            action={removeForm}
            fields={fields}
            kind="danger"
            busy="Removing"
            label={`Remove ${person.name} for good`}
          >
            Remove for good
          </ActionButton>
        </Confirm>
      )}
    </PanelBody>
  );
}

function Disable({ person, isLastAdmin }: Pick<PersonView, 'person' | 'isLastAdmin'>) {
  if (isLastAdmin) return <p className="text muted">The last admin cannot be disabled.</p>;
  return (
    <Confirm
      label="Disable"
      question={`Disable ${person.name}? Sessions, API tokens and open links stop at once. Nothing is deleted.`}
    >
      <ActionButton
        action={disableForm}
        fields={{ person: person.id }}
        kind="danger"
        busy="Disabling"
        label={`Disable ${person.name}`}
      >
        Disable
      </ActionButton>
    </Confirm>
  );
}
