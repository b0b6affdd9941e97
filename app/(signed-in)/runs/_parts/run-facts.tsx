import type { ReactNode } from 'react';
import { nextRunOf } from '@/lib/domain/freshness';
import { isMissed } from '@/lib/domain/gap';
import type { Runs } from '@/lib/services/capture/view-runs';
import {
  aheadWords,
  capital,
  countWords,
  durationWords,
  fullDay,
  plural,
  sourceWords,
  timeWords,
  untilWords,
} from '@/lib/views/words/numbers';

/** Four facts for whoever watches that a snapshot arrives every day. */
export function RunFacts({ view }: { view: Runs }) {
  const { coverage, gaps } = view;
  return (
    <dl className="panel strip">
      <LastSnapshot view={view} />
      <NextRun view={view} />
      <Fact
        name="Last 90 days"
        value={
          coverage.possible === 0 ? 'Nothing yet' : `${countWords(coverage.captured)} of ${coverage.possible} captured`
        }
      >
        {coverage.possible === 0
          ? 'Counts from the first snapshot'
          : coverage.missing === 0
            ? 'No day missing'
            : `${plural(coverage.missing, 'day')} missing in ${plural(gaps.filter(isMissed).length, 'gap')}`}
      </Fact>
      <Token connection={view.connection} />
    </dl>
  );
}

function LastSnapshot({ view: { lastSnapshot: snapshot, here, connection } }: { view: Runs }) {
  if (!snapshot) {
    return (
      <Fact name="Last snapshot" value="None yet">
        {connection ? 'Refresh now takes the first' : 'Comes once Enpass is connected'}
      </Fact>
    );
  }
  const { run } = snapshot;
  const took = run?.finishedAt && durationWords(run.finishedAt.getTime() - run.startedAt.getTime());
  return (
    <Fact name="Last snapshot" value={capital(timeWords(snapshot.takenAt, here))}>
      {sourceWords[snapshot.source]}
      {run && `, ${plural(run.attempts, 'attempt')}`}
      {took && `, ${took}`}
    </Fact>
  );
}

function NextRun({ view: { freshness, here, connection } }: { view: Runs }) {
  if (!connection) {
    return (
      <Fact name="Next run" value="None">
        No connection to Enpass is set up
      </Fact>
    );
  }
  const at = nextRunOf(freshness);
  // The scheduler asks once a minute, so nothing sooner can be told apart.
  const isLater = at.getTime() - here.now.getTime() > 60_000;
  return (
    <Fact name="Next run" value={isLater ? capital(timeWords(at, here)) : 'Now'}>
      {isLater ? untilWords(at, here.now) : 'within a minute'}
    </Fact>
  );
}

function Token({ connection }: { connection: Runs['connection'] }) {
  if (!connection) {
    return (
      <Fact name="Token" value="None">
        An admin enters it in Settings
      </Fact>
    );
  }
  const { last4, expiresOn, daysLeft } = connection;
  if (expiresOn === null || daysLeft === null) {
    return (
      <Fact name={`Token …${last4}`} value="No expiry date">
        An admin can enter one in Settings
      </Fact>
    );
  }
  return (
    <Fact name={`Token …${last4}`} value={daysLeft < 0 ? 'Expired' : `Expires ${aheadWords(daysLeft)}`}>
      {fullDay(expiresOn)}
    </Fact>
  );
}

const Fact = ({ name, value, children }: { name: string; value: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
    <dd>{children}</dd>
  </div>
);
