import { countFields } from '@/lib/domain/snapshot';

export type ColumnType = 'text' | 'integer' | 'real' | 'instant';

export type Table = {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The primary key, or for chained tables the order of the chain. */
  readonly order: readonly string[];
};

/** What a backup holds, parents before children and readings before their snapshots. A test compares it with the migrated schema. */
export const tables = {
  Organisation: table('Organisation', ['id'], { text: 'id name timeZone captureTime', instant: 'createdAt' }),
  Connection: table('Connection', ['organisationId'], {
    text: 'organisationId baseUrl tokenSealed tokenKeyId tokenLast4 tokenExpiresOn savedByName',
    instant: 'savedAt',
  }),
  // Before what it opens.
  ChainKey: table('ChainKey', ['number'], { text: 'id sealed sealedBy', integer: 'number', instant: 'createdAt' }),
  Reading: table('Reading', ['organisationId', 'seq'], {
    text: 'id organisationId day source body bodySha256 chain runId mac keyId',
    integer: 'seq',
    instant: 'takenAt answerDate',
  }),
  Snapshot: table('Snapshot', ['organisationId', 'day'], {
    text: 'organisationId day source readingId',
    integer: countFields.join(' '),
    instant: 'takenAt answerDate takenBefore',
  }),
  RefreshRun: table('RefreshRun', ['id'], {
    text: 'id organisationId trigger startedByName outcome day stage readingId failureKind failureDetail',
    integer: 'attempts failureStatus',
    instant: 'startedAt finishedAt waitingUntil nextTryAt answerDate',
  }),
  RunAttempt: table('RunAttempt', ['runId', 'number'], {
    text: 'runId sha256 failureKind failureDetail',
    integer: 'number status bytes failureStatus',
    instant: 'startedAt finishedAt',
  }),
  User: table('User', ['id'], {
    text: 'id email name status passwordHash',
    instant: 'passwordChangedAt createdAt lastSignInAt breakGlassSince devicesSince',
  }),
  Membership: table('Membership', ['organisationId', 'userId'], { text: 'organisationId userId role' }),
  ApiToken: table('ApiToken', ['id'], {
    text: 'id organisationId userId name hash last4 scope lastNetwork',
    instant: 'createdAt lastUsedAt expiresAt revokedAt',
  }),
  LinkedIdentity: table('LinkedIdentity', ['issuer', 'subject'], {
    text: 'issuer subject userId',
    instant: 'linkedAt lastSignInAt',
  }),
  Totp: table('Totp', ['userId'], {
    text: 'userId secretSealed secretKeyId',
    integer: 'lastStep',
    instant: 'createdAt confirmedAt',
  }),
  RecoveryCode: table('RecoveryCode', ['userId', 'hash'], { text: 'userId hash', instant: 'createdAt usedAt' }),
  Passkey: table('Passkey', ['id'], {
    text: 'id userId credentialId publicKey transports name',
    integer: 'counter',
    instant: 'createdAt lastUsedAt',
  }),
  Setting: table('Setting', ['organisationId', 'key'], { text: 'organisationId key value' }),
  Review: table('Review', ['organisationId', 'week'], {
    text: 'organisationId week happened why next state changedByName changedById',
    integer: 'version',
    instant: 'changedAt',
  }),
  ReviewRevision: table('ReviewRevision', ['organisationId', 'seq'], {
    text: 'organisationId week document documentSha256 chain completedByName completedByRole mac keyId',
    integer: 'number seq',
    instant: 'completedAt erasedAt',
  }),
  Target: table('Target', ['id'], {
    text: 'id organisationId metric direction dueDay setOn setByName',
    real: 'value startValue',
    instant: 'createdAt removedAt',
  }),
  TargetChange: table('TargetChange', ['targetId', 'number'], {
    text: 'targetId action dueDay byName',
    integer: 'number',
    real: 'value',
    instant: 'at',
  }),
  Annotation: table('Annotation', ['id'], {
    text: 'id organisationId fromDay toDay title kind createdByName changedByName',
    instant: 'createdAt changedAt',
  }),
  SavedView: table('SavedView', ['id'], {
    text: 'id organisationId ownerId name nameKey address savedByName',
    instant: 'savedAt',
  }),
  Forecast: table('Forecast', ['organisationId', 'metric', 'madeOn', 'forDay'], {
    text: 'organisationId metric madeOn forDay',
    real: 'low middle high',
  }),
  AuditEntry: table('AuditEntry', ['seq'], {
    text: 'organisationId actorId actorName action target detail network chain actorKind outcome who whoSalt whoSha256 whence whenceSalt whenceSha256 mac keyId',
    integer: 'seq form',
    instant: 'at erasedAt',
  }),
  AuditRepeat: table('AuditRepeat', ['seq'], { text: 'key mac keyId', integer: 'seq times' }),
  ChainHead: table('ChainHead', ['id'], { text: 'id hash mac keyId', integer: 'length' }),
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Not in a backup: they end with the installation they were made in. Children before parents. */
export const passingTables = [
  'Session',
  'OneTimeLink',
  'PasskeyChallenge',
  'RefreshLease',
  'RateLimiterFlexible',
] as const;

function table(name: string, order: readonly string[], columns: Partial<Record<ColumnType, string>>): Table {
  const typed = Object.entries(columns) as [ColumnType, string][];
  const pairs = typed.flatMap(([type, names]) => names.split(' ').map((column) => [column, type] as const));
  return { name, order, columns: Object.fromEntries(pairs) };
}
