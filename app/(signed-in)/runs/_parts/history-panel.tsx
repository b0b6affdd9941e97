import type { Runs } from '@/lib/services/capture/view-runs';
import { runsPath } from '@/lib/views/paths';
import { filterWords } from '@/lib/views/runs/filter-words';
import { capital, plural, zoneWords } from '@/lib/views/words/numbers';
import { Empty } from '../../../_ui/empty';
import { Pagination } from '../../../_ui/pagination';
import { Panel, PanelBody } from '../../../_ui/panel';
import { StaticHtml, staticHtml } from '../../../_ui/static-html';
import { FilterForm } from './filter-form';
import { History } from './history';

type Props = { view: Pick<Runs, 'history' | 'here' | 'freshness'>; onLaterPage: boolean };

/** The runs that a filter means, a page at a time. */
export function HistoryPanel({ view: { history, here, freshness }, onLaterPage }: Props) {
  const { runs, next, total, all, filter } = history;
  const meant = filterWords(filter);
  const count = meant ? `${plural(total, 'run')} of ${all}` : plural(all, 'run');
  return (
    <Panel id="history" className="cards" title="Run history" sub={`${zoneWords(here.timeZone)}, ${count}`}>
      <PanelBody>
        {all > 0 && <FilterForm filter={filter} filtered={meant !== ''} />}
        {meant && total > 0 && <p className="small muted">Only {meant}.</p>}
        {runs.length === 0 ? (
          <NoRuns meant={meant} />
        ) : (
          <StaticHtml
            className="contents"
            html={staticHtml(<History runs={runs} here={here} tryingToday={freshness.kind !== 'taken'} />)}
          />
        )}
        <Pagination
          label="Run history"
          newest={onLaterPage ? runsPath('history', filter) : null}
          older={next && runsPath('history', { ...filter, cursor: next })}
        />
      </PanelBody>
    </Panel>
  );
}

function NoRuns({ meant }: { meant: string }) {
  if (meant === '') return <p className="text muted">No run yet. The first one appears here with its result.</p>;
  return (
    <Empty title="No such run">
      <p>{capital(meant)}: there was none. Leave something out, or look at more days.</p>
    </Empty>
  );
}
