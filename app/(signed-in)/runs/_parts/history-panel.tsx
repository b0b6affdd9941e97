import { dayIn } from '@/lib/domain/day';
import type { Runs } from '@/lib/services/capture/view-runs';
import { capturedDaysPath, runsPath } from '@/lib/views/paths';
import { filterWords } from '@/lib/views/runs/filter-words';
import { missingWords } from '@/lib/views/runs/missing-words';
import { capital, plural, zoneWords } from '@/lib/views/words/numbers';
import { Empty } from '../../../_ui/empty';
import { Note } from '../../../_ui/note';
import { Pagination } from '../../../_ui/pagination';
import { Panel, PanelBody } from '../../../_ui/panel';
import { StaticHtml, staticHtml } from '../../../_ui/static-html';
import { FilterForm } from './filter-form';
import { History } from './history';

type Props = { view: Pick<Runs, 'history' | 'here' | 'freshness'>; onLaterPage: boolean };

/** The runs that a filter means, a page at a time. */
export function HistoryPanel({ view: { history, here, freshness }, onLaterPage }: Props) {
  const { runs, next, total, all, filter, gaps } = history;
  const meant = filterWords(filter);
  const count = meant ? `${plural(total, 'run')} of ${all}` : plural(all, 'run');
  return (
    <Panel id="history" className="cards" title="Run history" sub={`${zoneWords(here.timeZone)}, ${count}`}>
      <PanelBody>
        {all > 0 && <FilterForm filter={filter} filtered={meant !== ''} />}
        {meant && total > 0 && <p className="small muted">Only {meant}.</p>}
        <Missing gaps={gaps} here={here} />
        {runs.length === 0 ? (
          <NoRuns meant={meant} />
        ) : (
          <StaticHtml
            className="contents"
            html={staticHtml(<History runs={runs} here={here} freshness={freshness} />)}
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

/** Days on which nothing ran have no run to be found by. */
function Missing({ gaps, here }: { gaps: Runs['history']['gaps']; here: Runs['here'] }) {
  const words = missingWords(gaps, dayIn(here.now, here.timeZone));
  const [newest] = gaps;
  if (words === '' || !newest) return null;
  return (
    <Note tone="bad" icon="gap">
      <p>
        {words} <a href={capturedDaysPath(Number(newest.to.slice(0, 4)), 'gaps')}>All gaps, by year</a>
      </p>
    </Note>
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
