import { type Attention, byUrgency } from '@/lib/domain/attention';
import type { Context } from '@/lib/services/context';
import type { Overview } from '@/lib/services/overview/view-overview';
import type { Watchlist } from '@/lib/services/overview/view-watchlist';
import type { Markup } from '@/lib/views/markup';
import { oncePer } from '@/lib/views/once-per';
import { targetInHeadline } from '@/lib/views/overview/headline-target';
import { stillOf } from '../../_ui/still';
import { AttentionList } from './attention-list';
import { Features } from './features';
import { firstSteps } from './first-steps';
import { GettingStarted } from './getting-started';
import { Headline } from './headline';
import { Journey } from './journey';
import { Licences } from './licences';
import { NoTrendYet } from './no-trend-yet';
import { SnapshotPanel } from './snapshot-panel';

export type Shown = Extract<Overview, { numbers: unknown }>;
type Reader = Pick<Context, 'actor' | 'organisation'>;

/** The panels of the overview, made once for all readers who may do the same while nothing new happens. */
export function overviewBody(view: Shown, watched: Watchlist, reader: Reader): Markup {
  const { actor, organisation } = reader;
  const known = bodies(view)(watched.headline ?? noHeadline);
  const key = JSON.stringify([actor.kind === 'person' && actor.role, organisation.captureTime, watched.attention]);
  const body = known.get(key) ?? stillOf(<Body {...{ view, watched, reader }} />);
  known.set(key, body);
  return body;
}

const bodies = oncePer((_: Shown) => oncePer((_: object) => new Map<string, Markup>()));
const noHeadline = {};

function Body({ view, watched, reader: { actor, organisation } }: { view: Shown; watched: Watchlist; reader: Reader }) {
  const { numbers, here } = view;
  const attention: Attention[] = byUrgency(view.attention, watched.attention);
  const headline = watched.headline && targetInHeadline(watched.headline, view.gaps, view.today);
  return (
    <>
      <div className="stack">
        <Headline
          numbers={headline?.charts ? { ...numbers, chart: headline.charts } : numbers}
          target={headline}
          instead={<NoTrendYet numbers={numbers} captureTime={organisation.captureTime} actor={actor} />}
        />
        <Journey numbers={numbers} />
        <Features numbers={numbers} />
      </div>
      <div className="stack">
        {attention.length > 0 && <AttentionList items={attention} actor={actor} here={here} />}
        {view.kind === 'first-day' && <GettingStarted steps={firstSteps(view)} actor={actor} />}
        <SnapshotPanel seen={view} actor={actor} here={here} />
        {view.kind === 'running' && <Licences licences={numbers.licences} />}
      </div>
    </>
  );
}
