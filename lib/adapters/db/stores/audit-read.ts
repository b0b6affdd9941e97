import { type AuditActor, type AuditOutcome, auditOutcomes, outcomeOf } from '@/lib/domain/audit';
import type { AuditEntryModel } from '../generated/sqlite/models';
import type { AuditFields } from './audit-entry';

/** An entry as it is read: what was forgotten is null, or missing in `said`. */
export type AuditEntry = {
  readonly seq: number;
  readonly organisationId: string | null;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorKind: AuditActor;
  readonly actorName: string | null;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly target: string | null;
  readonly detail: AuditFields;
  readonly said: AuditFields;
  readonly network: string | null;
  readonly userAgent: string | null;
  /** How often it came in its minute: more than once for denials alone. */
  readonly times: number;
};

type Row = Pick<
  AuditEntryModel,
  | 'seq'
  | 'organisationId'
  | 'at'
  | 'actorId'
  | 'actorKind'
  | 'actorName'
  | 'action'
  | 'outcome'
  | 'target'
  | 'detail'
  | 'who'
  | 'whence'
  | 'network'
  | 'form'
>;

export const readColumns = {
  ...{ seq: true, organisationId: true, at: true, actorId: true, actorKind: true, actorName: true, action: true },
  ...{ outcome: true, target: true, detail: true, who: true, whence: true, network: true, form: true },
} as const;

/** Entries of both forms look the same to whoever reads them. */
export function auditEntryOf(row: Row, times: number): AuditEntry {
  const { seq, organisationId, at, actorId, action, target } = row;
  const common = { seq, organisationId, at, actorId, action, target, detail: fieldsIn(row.detail), times };
  if (row.form === null) {
    const actorKind = actorId !== null ? 'person' : row.actorName === 'nobody' ? 'nobody' : 'job';
    const from = { network: row.network, userAgent: null };
    return { ...common, ...from, actorKind, actorName: row.actorName, outcome: outcomeOf(action), said: {} };
  }
  const { actor, ...said } = fieldsIn(row.who ?? '{}');
  const { network, userAgent } = fieldsIn(row.whence ?? '{}');
  return {
    ...common,
    ...{ actorKind: kindIn(row.actorKind), outcome: outcomeIn(row.outcome), said },
    ...{ actorName: textIn(actor), network: textIn(network), userAgent: textIn(userAgent) },
  };
}

/** Written by us only, and covered by the chain: it is what was given. */
export const fieldsIn = (json: string): AuditFields => JSON.parse(json) as AuditFields;

const textIn = (value: AuditFields[string] | undefined): string | null => (typeof value === 'string' ? value : null);

// What is read may come from a newer version.
const kindIn = (kind: string | null): AuditActor => (kind === 'person' || kind === 'job' ? kind : 'nobody');
const outcomeIn = (outcome: string | null): AuditOutcome => auditOutcomes.find((known) => known === outcome) ?? 'done';
