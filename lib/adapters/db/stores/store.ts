import type { AnnotationStore } from './annotations';
import type { AttemptStore } from './attempts';
import type { AuditStore } from './audit';
import type { ConnectionStore } from './connections';
import type { FactorStore } from './factors';
import type { ForecastStore } from './forecasts';
import type { IdentityStore } from './identities';
import type { LeaseStore } from './leases';
import type { LinkStore } from './links';
import type { OrganisationStore } from './organisations';
import type { PasskeyStore } from './passkeys';
import type { PeopleStore } from './people';
import type { PrivacyStore } from './privacy';
import type { ReadingStore } from './readings';
import type { RecoveryCodeStore } from './recovery-codes';
import type { ReviewStore } from './reviews';
import type { RevisionStore } from './revisions';
import type { RunStore } from './runs';
import type { SavedViewStore } from './saved-views';
import type { SessionStore } from './sessions';
import type { SettingStore } from './settings';
import type { SnapshotStore } from './snapshots';
import type { TargetStore } from './targets';
import type { TokenStore } from './tokens';
import type { TotpStore } from './totps';

/** Everything kept. Rows that belong to an organisation are only reached with its id. */
export type Store = {
  readonly organisations: OrganisationStore;
  readonly connections: ConnectionStore;
  readonly readings: ReadingStore;
  readonly snapshots: SnapshotStore;
  readonly runs: RunStore;
  readonly attempts: AttemptStore;
  readonly leases: LeaseStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly links: LinkStore;
  readonly identities: IdentityStore;
  readonly totps: TotpStore;
  readonly recoveryCodes: RecoveryCodeStore;
  readonly passkeys: PasskeyStore;
  readonly factors: FactorStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  readonly reviews: ReviewStore;
  readonly revisions: RevisionStore;
  readonly targets: TargetStore;
  readonly annotations: AnnotationStore;
  readonly views: SavedViewStore;
  readonly forecasts: ForecastStore;
  readonly privacy: PrivacyStore;
  /** All or nothing: what `work` writes through the store it is given lands together or not at all. Never call Enpass inside. */
  atomically<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, throws when it does not. */
  ping(): Promise<void>;
  /** Resolves when the database takes what is written, by writing a row that means nothing; throws when it does not. */
  probe(): Promise<void>;
  close(): Promise<void>;
};
