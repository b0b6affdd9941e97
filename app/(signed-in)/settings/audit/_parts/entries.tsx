import type { AuditJson } from '@/lib/api/audit';
import { auditActionWords, auditFacts } from '@/lib/views/audit/audit-words';
import { capital, type Here, timeWords } from '@/lib/views/words/numbers';
import { Chip } from '../../../../_ui/chip';
import { Cell, Row, RowHead, Table } from '../../../../_ui/table';

type Props = { entries: readonly AuditJson[]; here: Here };

const columns = [{ label: 'When' }, { label: 'Who' }, { label: 'What' }, { label: 'Result' }];

/** Each entry can be opened: all that is known of it, with the ids that programs go by. */
export function Entries({ entries, here }: Props) {
  return (
    <Table caption="Audit log, newest first" columns={columns}>
      {entries.map((entry) => (
        <Row key={entry.seq}>
          <RowHead className="nw">{capital(timeWords(new Date(entry.at), here))}</RowHead>
          <Cell>
            {entry.actor.name}
            {entry.network && <span className="more-text">{entry.network}</span>}
          </Cell>
          <Cell className="wide-cell">
            <Opened entry={entry} />
          </Cell>
          <Cell className="nw">
            <Outcome entry={entry} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Opened({ entry }: { entry: AuditJson }) {
  const { seq, at, actor, action, target, network, detail } = entry;
  const facts = [
    ...[
      { name: 'Entry', value: String(seq) },
      { name: 'At', value: at },
      { name: 'Action', value: action },
    ],
    ...(actor.id === null ? [] : [{ name: 'Person’s id', value: actor.id }]),
    ...(target === null ? [] : [{ name: 'What it was about', value: target }]),
    ...(network === null ? [] : [{ name: 'Network address', value: network }]),
    ...auditFacts(detail),
  ];
  return (
    <details className="entry">
      <summary>
        {auditActionWords(action)}
        {target && <span className="about">{target}</span>}
      </summary>
      <dl className="entry-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Outcome({ entry: { outcome, detail } }: { entry: AuditJson }) {
  switch (outcome) {
    case 'done':
      return <Chip tone="ok">Done</Chip>;
    case 'failed':
      return <Chip tone="bad">Failed</Chip>;
    case 'denied':
      return <Chip tone="bad">{typeof detail.times === 'number' ? `Denied ${detail.times} times` : 'Denied'}</Chip>;
  }
}
