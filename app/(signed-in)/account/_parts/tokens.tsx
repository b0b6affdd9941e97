import { dayIn } from '@/lib/domain/day';
import type { OwnToken } from '@/lib/services/tokens/list-own-tokens';
import { fullDay, type Here, timeWords } from '@/lib/views/words/numbers';
import { scopeWords } from '@/lib/views/words/roles';
import { ActionButton } from '../../../_ui/action-button';
import { Chip } from '../../../_ui/chip';
import { Confirm } from '../../../_ui/confirm';
import { PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { revokeTokenForm } from '../actions';

type Props = { tokens: readonly OwnToken[]; here: Here };

const columns = [
  { label: 'Name' },
  { label: 'Ends in' },
  { label: 'May' },
  { label: 'Last used' },
  { label: 'Expires' },
  { label: 'Action' },
];

export function Tokens({ tokens, here }: Props) {
  if (tokens.length === 0) {
    return (
      <PanelBody>
        <p className="muted small">None yet.</p>
      </PanelBody>
    );
  }
  return (
    <PanelBody className="flush cards">
      <Table caption="Your API tokens" columns={columns}>
        {tokens.map((token) => (
          <Row key={token.id}>
            <RowHead>{token.name}</RowHead>
            <Cell>
              <span className="unit">Ends in </span>
              <span className="mono">…{token.last4}</span>
            </Cell>
            <Cell>{scopeWords[token.scope]}</Cell>
            <Cell>
              <span className="unit">Last used: </span>
              {token.lastUsedAt === null ? 'never' : timeWords(token.lastUsedAt, here)}
            </Cell>
            <Cell>
              <span className="unit">Expires: </span>
              {expiryOf(token.expiresAt, here)}
            </Cell>
            <Cell>
              <Confirm
                label="Revoke"
                kind="danger"
                question={`Revoke “${token.name}”? What uses it is refused at once.`}
              >
                <ActionButton action={revokeTokenForm} fields={{ token: token.id }} kind="danger" busy="Revoking">
                  Revoke for good
                </ActionButton>
              </Confirm>
            </Cell>
          </Row>
        ))}
      </Table>
    </PanelBody>
  );
}

function expiryOf(expiresAt: Date | null, { now, timeZone }: Here) {
  if (expiresAt === null) return 'never';
  const day = fullDay(dayIn(expiresAt, timeZone));
  return expiresAt <= now ? <Chip tone="warn">Expired {day}</Chip> : day;
}
