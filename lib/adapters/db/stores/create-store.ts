import type { Db } from '../drivers/db';
import { annotationStore } from './annotations';
import { attemptStore } from './attempts';
import { auditStore } from './audit';
import { connectionStore } from './connections';
import { factorStore } from './factors';
import { forecastStore } from './forecasts';
import { identityStore } from './identities';
import { leaseStore } from './leases';
import { linkStore } from './links';
import { organisationStore } from './organisations';
import { passkeyStore } from './passkeys';
import { peopleStore } from './people';
import { privacyStore } from './privacy';
import { readingStore } from './readings';
import { recoveryCodeStore } from './recovery-codes';
import { reviewStore } from './reviews';
import { revisionStore } from './revisions';
import { runStore } from './runs';
import { savedViewStore } from './saved-views';
import { sessionStore } from './sessions';
import { settingStore } from './settings';
import { snapshotStore } from './snapshots';
import type { Store } from './store';
import { targetStore } from './targets';
import { tokenStore } from './tokens';
import { totpStore } from './totps';
import { writeProbe } from './write-probe';

export function createStore(db: Db, close: () => Promise<void>, room: () => void = () => {}): Store {
  return {
    organisations: organisationStore(db),
    connections: connectionStore(db),
    readings: readingStore(db),
    snapshots: snapshotStore(db),
    runs: runStore(db),
    attempts: attemptStore(db),
    leases: leaseStore(db),
    people: peopleStore(db),
    sessions: sessionStore(db),
    tokens: tokenStore(db),
    links: linkStore(db),
    identities: identityStore(db),
    totps: totpStore(db),
    recoveryCodes: recoveryCodeStore(db),
    passkeys: passkeyStore(db),
    factors: factorStore(db),
    audit: auditStore(db),
    settings: settingStore(db),
    reviews: reviewStore(db),
    revisions: revisionStore(db),
    targets: targetStore(db),
    annotations: annotationStore(db),
    views: savedViewStore(db),
    forecasts: forecastStore(db),
    privacy: privacyStore(db),
    atomically: (work) => db.atomically((inner) => work(createStore(inner, close, room))),
    ping: async () => {
      await db.sql.$queryRaw`SELECT 1`;
    },
    probe: async () => {
      room();
      await writeProbe(db);
    },
    close,
  };
}
