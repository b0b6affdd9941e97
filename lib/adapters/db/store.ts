import type { Organisation } from '@/lib/domain/organisation';
import type { Role, TokenScope } from '@/lib/domain/roles';
import type { Run, RunFailure, RunStage, RunTrigger } from '@/lib/domain/run';
import type { AdoptionCounts, SnapshotSource } from '@/lib/domain/snapshot';
import type { AnnotationStore, ReviewStore, RevisionStore, TargetStore } from './insight-store';
import type { SnapshotStore } from './snapshot-store';

/** Everything kept. Rows that belong to an organisation are only reached with its id. */
export type Store = {
  readonly organisations: OrganisationStore;
  readonly connections: ConnectionStore;
  readonly readings: ReadingStore;
  readonly snapshots: SnapshotStore;
  readonly runs: RunStore;
  readonly leases: LeaseStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly links: LinkStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  readonly reviews: ReviewStore;
  readonly revisions: RevisionStore;
  readonly targets: TargetStore;
  readonly annotations: AnnotationStore;
  /** All or nothing: what `work` writes through the store it is given lands together or not at all. Never call Enpass inside. */
  atomically<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type OrganisationStore = {
  first(): Promise<Organisation | null>;
  byId(id: string): Promise<Organisation | null>;
  /** False when the id is taken: of several processes at their first start, one creates it. */
  create(organisation: Organisation & { createdAt: Date }): Promise<boolean>;
  update(id: string, change: Partial<Omit<Organisation, 'id'>>): Promise<void>;
};

export type StoredConnection = {
  readonly baseUrl: string;
  readonly token: { readonly sealed: string; readonly keyId: string };
  readonly tokenLast4: string;
  /** YYYY-MM-DD, null when it never expires or nobody said. */
  readonly tokenExpiresOn: string | null;
  readonly savedAt: Date;
  readonly savedByName: string;
};

export type ConnectionStore = {
  of(organisationId: string): Promise<StoredConnection | null>;
  save(organisationId: string, connection: StoredConnection): Promise<void>;
  /** Every organisation's sealed token, for a change of keys. */
  sealedTokens(): Promise<{ organisationId: string; token: StoredConnection['token'] }[]>;
  /** Puts the same token, sealed with another key, in the place of `from`; false when it was saved anew meanwhile. */
  reseal(
    organisationId: string,
    change: { from: StoredConnection['token']; to: StoredConnection['token'] },
  ): Promise<boolean>;
};

export type NewReading = {
  readonly day: string;
  readonly takenAt: Date;
  readonly source: SnapshotSource;
  readonly body: string;
  readonly counts: AdoptionCounts;
  readonly runId: string | null;
};

export type StoredReading = Omit<NewReading, 'counts'> & {
  readonly id: string;
  readonly organisationId: string;
  readonly seq: number;
  readonly bodySha256: string;
  readonly chain: string;
};

export type ReadingStore = {
  /** Appends readings in order and makes each the snapshot of its day. Two bulk statements however many there are. Returns their ids. */
  record(organisationId: string, readings: readonly NewReading[]): Promise<string[]>;
  /** Until the transaction ends nobody else records: what was looked up before recording still holds then. */
  lock(organisationId: string): Promise<void>;
  byId(organisationId: string, id: string): Promise<StoredReading | null>;
  /** In the order of `seq`, a page at a time, for export of originals and for `verify`. */
  page(organisationId: string, afterSeq: number, limit: number): Promise<StoredReading[]>;
};

export type DaySpan = { readonly from: string; readonly to: string };

export type RunPage = { readonly runs: Run[]; readonly next: string | null };

export type RunStore = {
  begin(
    organisationId: string,
    run: { id: string; trigger: RunTrigger; startedByName: string; startedAt: Date; day: string },
  ): Promise<void>;
  progress(id: string, at: { stage: RunStage; attempts: number; waitingUntil: Date | null }): Promise<void>;
  /** `day` is the reading's: a run that crosses midnight belongs to the day its answer came. */
  finish(
    id: string,
    end: { finishedAt: Date; attempts: number } & ({ readingId: string; day: string } | { failure: RunFailure }),
  ): Promise<void>;
  /** Ends a run whose process died; one that has ended meanwhile stays as it ended. */
  giveUp(id: string, end: { finishedAt: Date; failure: RunFailure }): Promise<void>;
  byId(organisationId: string, id: string): Promise<Run | null>;
  /** Newest first; `cursor` is the `next` of the page before, and null is answered for one that was never given out. */
  page(organisationId: string, page: { limit: number; cursor: string | null }): Promise<RunPage | null>;
  count(organisationId: string): Promise<number>;
  running(organisationId: string): Promise<Run | null>;
  latest(organisationId: string): Promise<Run | null>;
  /** The newest run of a day, of those begun at `until` or before when it is given. */
  latestOf(organisationId: string, day: string, until?: Date): Promise<Run | null>;
  /** Failed runs whose day lies in the span, oldest first: the reasons of gaps. */
  failures(organisationId: string, span: DaySpan): Promise<Run[]>;
};

export type Lease = { readonly runId: string; readonly fence: number; readonly expiresAt: Date };

export type LeaseStore = {
  /** The lease when it is free, expired, or ends too late to be believed; else null. One winner over all processes. `expired` is the dead run it was taken from. */
  take(
    organisationId: string,
    want: { runId: string; now: Date; expiresAt: Date },
  ): Promise<{ fence: number; expired: string | null } | null>;
  current(organisationId: string): Promise<Lease | null>;
  /** Locks the row; false when another run holds it by now. Call first inside the transaction that records. */
  holds(organisationId: string, lease: { runId: string; fence: number }): Promise<boolean>;
  release(organisationId: string, lease: { runId: string; fence: number }): Promise<void>;
};

export type PersonStatus = 'invited' | 'active' | 'disabled';

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly status: PersonStatus;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly hasPassword: boolean;
};

export type PeopleStore = {
  /** True once anybody exists: then set-up is closed for ever. */
  any(): Promise<boolean>;
  /** `emailTaken` when the address (compared in lower case) belongs to somebody already. */
  create(
    organisationId: string,
    person: {
      id: string;
      email: string;
      name: string;
      role: Role;
      status: PersonStatus;
      passwordHash: string | null;
      createdAt: Date;
    },
  ): Promise<'created' | 'emailTaken'>;
  all(organisationId: string): Promise<Person[]>;
  byId(organisationId: string, id: string): Promise<Person | null>;
  byEmail(organisationId: string, email: string): Promise<Person | null>;
  /** For sign-in: everything needed to judge one guess, by address only. */
  credentials(email: string): Promise<{ id: string; passwordHash: string | null; status: PersonStatus } | null>;
  setPassword(id: string, passwordHash: string, at: Date): Promise<void>;
  setStatus(id: string, status: PersonStatus): Promise<void>;
  setRole(organisationId: string, id: string, role: Role): Promise<void>;
  setName(id: string, name: string): Promise<void>;
  signedIn(id: string, at: Date): Promise<void>;
  /** Active admins, counted under a lock when inside `atomically`, so that two demotions cannot both pass. */
  countActiveAdmins(organisationId: string): Promise<number>;
};

export type StoredSession = {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
};

/** A live session or token with its owner's current role: one statement, asked on every request. */
export type Holder = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: Organisation;
};

export type SessionHolder = Holder & {
  readonly lastSeenAt: Date;
  /** Another one whenever the organisation's readings, runs, connection, targets or reviews have changed. */
  readonly historyVersion: string;
};

export type SessionStore = {
  create(session: StoredSession): Promise<void>;
  /** Null when ended, expired, or the owner is not active. */
  holder(id: string, now: Date): Promise<SessionHolder | null>;
  seen(id: string, at: Date): Promise<void>;
  live(userId: string, now: Date): Promise<StoredSession[]>;
  /** Only the owner's; false when it was not there or over. */
  end(userId: string, id: string, at: Date): Promise<boolean>;
  endAll(userId: string, at: Date, except?: string): Promise<number>;
};

export type StoredToken = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly last4: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
};

export type TokenStore = {
  create(
    organisationId: string,
    token: Omit<StoredToken, 'lastUsedAt' | 'revokedAt'> & { hash: string },
  ): Promise<void>;
  /** Null when revoked, expired, or the owner is not active. */
  holder(
    hash: string,
    now: Date,
  ): Promise<(Holder & { tokenId: string; scope: TokenScope; lastUsedAt: Date | null }) | null>;
  used(id: string, at: Date): Promise<void>;
  of(organisationId: string, userId: string): Promise<StoredToken[]>;
  all(organisationId: string): Promise<(StoredToken & { ownerName: string; ownerEmail: string })[]>;
  revoke(organisationId: string, id: string, at: Date): Promise<boolean>;
};

export type LinkKind = 'set-up' | 'invitation' | 'password-reset';

export type StoredLink = {
  readonly id: string;
  readonly kind: LinkKind;
  readonly userId: string | null;
  readonly expiresAt: Date;
};

export type LinkStore = {
  create(link: StoredLink & { hash: string; createdById: string | null; createdAt: Date }): Promise<void>;
  /** Null when unknown, used or expired. Looking does not use it. */
  find(kind: LinkKind, hash: string, now: Date): Promise<StoredLink | null>;
  /** True for exactly one caller. */
  use(id: string, at: Date): Promise<boolean>;
  /** Ends open links of a kind (for one person), so that only the newest works. */
  retire(kind: LinkKind, userId: string | null, at: Date): Promise<void>;
};

export type AuditEntry = {
  readonly organisationId: string | null;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly network: string | null;
};

export type AuditStore = {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  page(
    organisationId: string,
    page: { limit: number; beforeSeq: number | null },
  ): Promise<(AuditEntry & { seq: number })[]>;
};

export type SettingStore = {
  get(organisationId: string, key: string): Promise<string | null>;
  set(organisationId: string, key: string, value: string): Promise<void>;
};
