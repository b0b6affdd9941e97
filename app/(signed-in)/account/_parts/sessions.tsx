import type { OwnSession } from '@/lib/services/access/list-own-sessions';
import { deviceWords } from '@/lib/views/words/devices';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { ActionButton } from '../../../_ui/action-button';
import { Chip } from '../../../_ui/chip';
import { PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { endSessionsForm } from '../actions';

type Props = { sessions: readonly OwnSession[]; here: Here };

const columns = [{ label: 'Program' }, { label: 'Signed in' }, { label: 'Last seen' }, { label: 'Action' }];

export function Sessions({ sessions, here }: Props) {
  return (
    <PanelBody className="flush cards">
      <Table caption="Where you are signed in" columns={columns}>
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isThisOne }) => (
          <Row key={id}>
            <RowHead>{deviceWords(userAgent)}</RowHead>
            <Cell>
              <span className="unit">Signed in </span>
              {timeWords(createdAt, here)}
            </Cell>
            <Cell>
              <span className="unit">Last seen </span>
              {timeWords(lastSeenAt, here)}
            </Cell>
            <Cell>
              {isThisOne ? (
                <Chip tone="ok">This one</Chip>
              ) : (
                <ActionButton
                  action={endSessionsForm}
                  fields={{ session: id }}
                  busy="Ending"
                  label={`End ${deviceWords(userAgent)}`}
                >
                  End
                </ActionButton>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      {sessions.length > 2 && (
        <ActionButton action={endSessionsForm} fields={{ session: 'others' }} busy="Ending">
          End all others
        </ActionButton>
      )}
    </PanelBody>
  );
}
