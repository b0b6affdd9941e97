import { dayIn } from '@/lib/domain/day';
import type { TokenView } from '@/lib/services/tokens/list-tokens';
import { fullDay, type Here, timeWords } from '@/lib/views/words/numbers';
import { scopeWords } from '@/lib/views/words/roles';
import { ActionButton } from '../../_ui/action-button';
import { Chip } from '../../_ui/chip';
import { Confirm } from '../../_ui/confirm';
import type { FormState } from '../../_ui/form-state';
import { PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';

type Props = {
  caption: string;
  tokens: readonly TokenView[];
  here: Here;
  revoke: (state: FormState, form: FormData) => Promise<FormState>;
  /** Sent along with what is to end: whose it is. */
  fields?: Readonly<Record<string, string>>;
};

const columns = [
  { label: 'Name' },
  { label: 'Ends in' },
  { label: 'May' },
  { label: 'Last used' },
  { label: 'Expires' },
  { label: 'Action' },
];

export function Tokens({ caption, tokens, here, revoke, fields = {} }: Props) {
  if (tokens.length === 0) {
    return (
      <PanelBody>
        <p className="muted small">None yet.</p>
      </PanelBody>
    );
  }
  return (
    <PanelBody className="flush cards">
      <Table caption={caption} columns={columns}>
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
              {lastUseOf(token, here)}
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
                <ActionButton action={revoke} fields={{ ...fields, token: token.id }} kind="danger" busy="Revoking">
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

function lastUseOf({ lastUsedAt, lastNetwork }: TokenView, here: Here): string {
  if (lastUsedAt === null) return 'never';
  const when = timeWords(lastUsedAt, here);
  return lastNetwork === null ? when : `${when}, from ${lastNetwork}`;
}

function expiryOf(expiresAt: Date | null, { now, timeZone }: Here) {
  if (expiresAt === null) return 'never';
  const day = fullDay(dayIn(expiresAt, timeZone));
  return expiresAt <= now ? <Chip tone="warn">Expired {day}</Chip> : day;
}
