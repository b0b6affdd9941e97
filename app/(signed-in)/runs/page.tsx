import type { Metadata } from 'next';
import { addDays } from '@/lib/domain/day';
import { viewRuns } from '@/lib/services/capture/view-runs';
import { exportLinks } from '@/lib/views/exports/export-links';
import { runsPath } from '@/lib/views/paths';
import { runProgress } from '@/lib/views/runs/run-progress';
import { longSpan, plural, zoneWords } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { ButtonLink } from '../../_ui/button';
import { Download } from '../../_ui/download';
import { PageHead } from '../../_ui/page-head';
import { Pagination } from '../../_ui/pagination';
import { Panel, PanelBody } from '../../_ui/panel';
import { StaticHtml, staticHtml } from '../../_ui/static-html';
import { signedInPage } from '../_parts/signed-in-page';
import { Calendar } from './_parts/calendar';
import { GapList } from './_parts/gap-list';
import { History } from './_parts/history';
import { importFile } from './_parts/import-file';
import { ImportPanel } from './_parts/import-panel';
import { RefreshPanel } from './_parts/refresh-panel';
import { RunFacts } from './_parts/run-facts';
import './runs.css';

export const metadata: Metadata = { title: 'Runs' };

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export default signedInPage(RunsPage);

async function RunsPage({ searchParams }: Props) {
  const ctx = await enter();
  const { cursor } = await searchParams;
  const view = valueOrRefuse(await viewRuns(ctx, { cursor }));
  const { here, coverage, history, running } = view;
  const zone = zoneWords(here.timeZone);
  return (
    <>
      <PageHead title="Runs" sub={`One snapshot a day, due from ${ctx.organisation.captureTime} ${zone}`}>
        <ButtonLink icon="upload" href="#import">
          Import old numbers
        </ButtonLink>
        <Download groups={[{ title: 'All snapshots', files: exportLinks('snapshots') }]} />
      </PageHead>
      <RunFacts view={view} />
      <div className="runs">
        <div className="stack">
          <Panel id="days" title="Captured days" sub={longSpan(addDays(view.today, -89), view.today)}>
            <StaticHtml
              className="body"
              html={staticHtml(
                <Calendar
                  weeks={view.calendar}
                  label={`${plural(coverage.captured, 'day')} of ${coverage.possible} captured; what is missing is listed under Gaps.`}
                />,
              )}
            />
          </Panel>
          <Panel id="history" className="cards" title="Run history" sub={`${zone}, ${plural(history.total, 'run')}`}>
            <PanelBody>
              {history.runs.length === 0 ? (
                <p className="text muted">No run yet. The first one appears here with its result.</p>
              ) : (
                <StaticHtml
                  className="contents"
                  html={staticHtml(
                    <History runs={history.runs} here={here} tryingToday={view.freshness.kind !== 'taken'} />,
                  )}
                />
              )}
              <Pagination
                label="Run history"
                newest={cursor ? runsPath('history') : null}
                older={history.next && runsPath('history', { cursor: history.next })}
              />
            </PanelBody>
          </Panel>
        </div>
        <div className="stack">
          <RefreshPanel running={running && runProgress(running, here)} />
          <Panel id="gaps" title="Gaps" sub="days that cannot be fetched again">
            <GapList gaps={view.gaps} here={here} />
          </Panel>
          <ImportPanel importFile={importFile} />
        </div>
      </div>
    </>
  );
}
