import type { RefreshFailure } from '@/lib/domain/failure';
import type { May } from '@/lib/domain/roles';
import type { Overview } from '@/lib/services/overview/view-overview';
import { connectionPath, runsPath } from '@/lib/views/paths';
import { failureWords } from '@/lib/views/words/failures';
import { soonWords, timeWords } from '@/lib/views/words/numbers';
import { ButtonLink } from '../../_ui/button';
import { Empty } from '../../_ui/empty';
import { Note } from '../../_ui/note';
import { Panel, PanelBody } from '../../_ui/panel';
import { RefreshButton } from '../_parts/refresh-button';
import { refreshNow } from '../_parts/refresh-now';

type View = Extract<Overview, { kind: 'no-connection' | 'never-succeeded' }>;

/** Before the first snapshot: what is missing, who can do it, what comes then. */
export function NothingYet({ view, may }: { view: View; may: May }) {
  return (
    <Panel id="adoption" title="Adoption">
      <PanelBody>
        {view.kind === 'no-connection' ? <NotConnected may={may} /> : <NotTaken view={view} may={may} />}
      </PanelBody>
    </Panel>
  );
}

const NotConnected = ({ may }: { may: May }) => (
  <Empty title="Enpass is not connected yet.">
    <p>Once it is, one snapshot a day is taken and kept for ever, and this page shows how the roll-out moves.</p>
    {may('connection:manage') ? (
      <p>
        <ButtonLink kind="primary" href={connectionPath()}>
          Connect Enpass
        </ButtonLink>
      </p>
    ) : (
      <p>An administrator enters the base URL and a token in Settings. Ask yours.</p>
    )}
  </Empty>
);

type NeverSucceeded = Extract<View, { kind: 'never-succeeded' }>;

function NotTaken({ view, may }: { view: NeverSucceeded; may: May }) {
  const { lastRun, nextRunAt, here } = view;
  if (lastRun?.outcome === 'running') {
    return (
      <Empty title="The first snapshot is being taken.">
        <p>It takes a few seconds. The numbers appear here by themselves, or when this page is loaded again.</p>
      </Empty>
    );
  }
  if (!lastRun?.failure) {
    return (
      <Empty title="No snapshot yet.">
        <p>
          The first one comes {nextRunAt > here.now ? timeWords(nextRunAt, here) : 'within a minute'}, then one every
          day.
        </p>
        {may('refresh:run') && <RefreshButton action={refreshNow}>Take the first snapshot now</RefreshButton>}
      </Empty>
    );
  }
  const { cause, cure } = failureWords(lastRun.failure);
  return (
    <div className="stack">
      <Note tone="bad" box>
        <p>
          <b>The first snapshot could not be taken.</b> {cause}
        </p>
        <p>{cure}</p>
      </Note>
      <Empty
        title={
          nextRunAt > here.now
            ? `The next try comes ${soonWords(nextRunAt, here)}.`
            : 'The next try comes within a minute.'
        }
      >
        <p>Nothing is lost so far: the first day counts as soon as one run succeeds.</p>
        <FailedWays may={may} failure={lastRun.failure} />
      </Empty>
    </div>
  );
}

/** Where the cure begins: a server in trouble is not cured by another address or token. */
function FailedWays({ may, failure: { kind } }: { may: May; failure: Pick<RefreshFailure, 'kind'> }) {
  const passing = kind === 'server-trouble' || kind === 'rate-limited';
  if (!passing && may('connection:manage')) {
    return (
      <p className="row">
        <ButtonLink kind="primary" href={connectionPath()}>
          Check the connection
        </ButtonLink>
        <ButtonLink href={runsPath()}>Run history</ButtonLink>
      </p>
    );
  }
  return may('run:see') ? (
    <p>
      <ButtonLink href={runsPath()}>Run history</ButtonLink>
    </p>
  ) : (
    <p>Your administrator sees the same and can change the connection.</p>
  );
}
