import type { PersonView } from '@/lib/services/people/view-person';
import { secondFactorPath } from '@/lib/views/paths';
import { secondFactorWords } from '@/lib/views/words/second-factors';
import { ActionButton } from '../../../../_ui/action-button';
import { Confirm } from '../../../../_ui/confirm';
import { Panel, PanelBody } from '../../../../_ui/panel';
import { resetFactorsForm } from '../actions';

/** What a person has beside a password, and the way back in for who lost it. */
export const FactorPanel = ({ view: { person, isSelf, secondFactor } }: { view: PersonView }) => (
  <Panel id="factor" title="Second factor" right={secondFactorWords[secondFactor]}>
    <PanelBody className="stack tight">
      {isSelf ? (
        <p className="text muted">
          This is you. <a href={secondFactorPath()}>Your second factor</a>
        </p>
      ) : secondFactor === 'none' ? (
        <p className="text muted">They sign in by password alone.</p>
      ) : (
        <Confirm
          label="Reset"
          kind="danger"
          question={`Reset ${person.name}’s second factor? App, passkeys and recovery codes stop working, and their sessions end. Be sure that it is ${person.name} who asks.`}
        >
          <ActionButton
            action={resetFactorsForm}
            fields={{ person: person.id }}
            kind="danger"
            busy="Resetting"
            label={`Reset the second factor of ${person.name}`}
          >
            Reset it
          </ActionButton>
        </Confirm>
      )}
    </PanelBody>
  </Panel>
);
