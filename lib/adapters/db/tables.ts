import { countFields } from '@/lib/domain/snapshot';

export type ColumnType = 'text' | 'integer' | 'instant';
export type Table = { readonly name: string; readonly columns: Readonly<Record<string, ColumnType>> };

/** What a backup holds, parents before children. A test compares it with the migrated schema. */
export const tables = {
  Organisation: table('Organisation', 'id name timeZone captureTime', { createdAt: 'instant' }),
  Connection: table(
    'Connection',
    'organisationId baseUrl tokenSealed tokenKeyId tokenLast4 tokenExpiresOn savedByName',
    { savedAt: 'instant' },
  ),
  RefreshRun: table(
    'RefreshRun',
    'id organisationId trigger startedByName outcome day stage readingId failureKind failureDetail',
    {
      startedAt: 'instant',
      finishedAt: 'instant',
      attempts: 'integer',
      waitingUntil: 'instant',
      failureStatus: 'integer',
      nextTryAt: 'instant',
    },
  ),
  Reading: table('Reading', 'id organisationId day source body bodySha256 chain runId', {
    seq: 'integer',
    takenAt: 'instant',
  }),
  Snapshot: table('Snapshot', 'organisationId day source readingId', {
    takenAt: 'instant',
    ...all('integer', countFields),
  }),
  User: table('User', 'id email name status passwordHash', {
    passwordChangedAt: 'instant',
    createdAt: 'instant',
    lastSignInAt: 'instant',
  }),
  Membership: table('Membership', 'organisationId userId role', {}),
  ApiToken: table('ApiToken', 'id organisationId userId name hash last4 scope', {
    createdAt: 'instant',
    lastUsedAt: 'instant',
    expiresAt: 'instant',
    revokedAt: 'instant',
  }),
  Setting: table('Setting', 'organisationId key value', {}),
  AuditEntry: table('AuditEntry', 'organisationId actorId actorName action target detail network chain', {
    seq: 'integer',
    at: 'instant',
  }),
  ChainHead: table('ChainHead', 'id hash', { length: 'integer' }),
} as const satisfies Record<string, Table>;

/** Not in a backup: they end with the installation they were made in. */
export const passingTables = ['Session', 'OneTimeLink', 'RefreshLease', 'RateLimiterFlexible'] as const;

function table(name: string, texts: string, others: Record<string, ColumnType>): Table {
  return { name, columns: { ...all('text', texts.split(' ')), ...others } };
}

function all(type: ColumnType, names: readonly string[]): Record<string, ColumnType> {
  return Object.fromEntries(names.map((name) => [name, type]));
}
