import type { AuditAction, AuditActor, AuditOutcome } from '@/lib/domain/audit';

export type AuditFields = Readonly<Record<string, string | number | boolean | null>>;

/** What is written: `actorName`, `said`, `network` and `userAgent` can be forgotten later, everything else is hashed for ever. */
export type NewAuditEntry = {
  readonly organisationId: string | null;
  readonly at: Date;
  readonly actorId: string | null;
  /** A person where there is an `actorId`, a job where not, unless it is said. */
  readonly actorKind?: AuditActor;
  readonly actorName: string;
  readonly action: AuditAction;
  /** What the action's name says, unless it is said. */
  readonly outcome?: AuditOutcome;
  /** An id, a day, a metric: never what somebody is called or typed. */
  readonly target: string | null;
  readonly detail: AuditFields;
  /** Names, addresses and words that people typed; `target` is what the target is called. */
  readonly said?: AuditFields;
  readonly network: string | null;
  readonly userAgent?: string | null;
};
