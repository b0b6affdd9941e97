import { type Attention, byUrgency } from '@/lib/domain/attention';
import type { May } from '@/lib/domain/roles';
import type { Overview } from '@/lib/services/overview/view-overview';
import type { Watchlist } from '@/lib/services/overview/view-watchlist';
import { targetInHeadline } from '@/lib/views/overview/headline-target';
import { cachedView } from '../../_doors/cached-view';
import { staticHtml } from '../../_ui/static-html';
import { AttentionList } from './attention-list';
import { Features } from './features';
import { firstSteps } from './first-steps';
import { GettingStarted } from './getting-started';
import { Headline } from './headline';
import { Journey } from './journey';
import { Licences } from './licences';
import { NoTrendYet } from './no-trend-yet';
import { SnapshotPanel } from './snapshot-panel';

type Shown = Extract<Overview, { numbers: unknown }>;
type Question = { view: Shown; watched: Watchlist; captureTime: string };

const reads = [
  'adoption:see',
  'review:write',
  'run:see',
  'refresh:run',
  'history:import',
  'people:manage',
  'connection:manage',
] as const;

/** The panels of the overview. */
export const overviewPanels = cachedView({
  name: 'overview panels',
  reads,
  // On the first day people and the connection show as well, which may change while the history does not.
  asks: ({ view }: Question) => (view.kind === 'first-day' ? view.gettingStarted : null),
  draw: (question, may) => staticHtml(<Panels {...question} may={may} />),
});

type Props = Question & { may: May<(typeof reads)[number]> };

function Panels({ view, watched, captureTime, may }: Props) {
  const { numbers, here } = view;
  const attention: Attention[] = byUrgency(view.attention, watched.attention);
  const headline = watched.headline && targetInHeadline(watched.headline, view.gaps, view.today);
  return (
    <>
      <div className="stack">
        <Headline
          numbers={headline?.charts ? { ...numbers, chart: headline.charts } : numbers}
          target={headline}
          annotations={watched.annotations}
          instead={<NoTrendYet numbers={numbers} captureTime={captureTime} may={may} />}
        />
        <Journey numbers={numbers} />
        <Features numbers={numbers} />
      </div>
      <div className="stack">
        {attention.length > 0 && <AttentionList items={attention} may={may} here={here} />}
        {view.kind === 'first-day' && <GettingStarted steps={firstSteps(view)} may={may} />}
        <SnapshotPanel seen={view} may={may} here={here} />
        {view.kind === 'running' && <Licences numbers={numbers} />}
      </div>
    </>
  );
}
