import type { SessionView } from '@/lib/services/access/list-sessions';
import { deviceWords } from '@/lib/views/words/devices';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { ActionButton } from '../../_ui/action-button';
import { Chip } from '../../_ui/chip';
import type { FormState } from '../../_ui/form-state';
import { PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';

type Props = {
  caption: string;
  sessions: readonly SessionView[];
  here: Here;
  end: (state: FormState, form: FormData) => Promise<FormState>;
  /** Sent along with what is to end: whose it is. */
  fields?: Readonly<Record<string, string>>;
};

const columns = [
  { label: 'Program' },
  { label: 'From' },
  { label: 'Signed in' },
  { label: 'Last seen' },
  { label: 'Action' },
];

export function Sessions({ caption, sessions, here, end, fields = {} }: Props) {
  if (sessions.length === 0) {
    return (
      <PanelBody>
        <p className="muted small">Nowhere.</p>
      </PanelBody>
    );
  }
  return (
    <PanelBody className="flush cards">
      <Table caption={caption} columns={columns}>
        {sessions.map(({ id, userAgent, network, createdAt, lastSeenAt, current }) => (
          <Row key={id}>
            <RowHead>{deviceWords(userAgent)}</RowHead>
            <Cell>
              <span className="unit">From </span>
              <span className="mono">{network ?? 'unknown'}</span>
            </Cell>
            <Cell>
              <span className="unit">Signed in </span>
              {timeWords(createdAt, here)}
            </Cell>
            <Cell>
              <span className="unit">Last seen </span>
              {timeWords(lastSeenAt, here)}
            </Cell>
            <Cell>
              {current ? (
                <Chip tone="ok">This one</Chip>
              ) : (
                <ActionButton
                  action={end}
                  fields={{ ...fields, session: id }}
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
      {sessions.filter(({ current }) => !current).length > 1 && (
        <ActionButton action={end} fields={{ ...fields, session: 'others' }} busy="Ending">
          {sessions.some(({ current }) => current) ? 'End all others' : 'End all'}
        </ActionButton>
      )}
    </PanelBody>
  );
}
