import type { Metadata } from 'next';
import { addDays } from '@/lib/domain/day';
import { viewRuns } from '@/lib/services/capture/view-runs';
import { exportLinks } from '@/lib/views/exports/export-links';
import { capturedDaysPath } from '@/lib/views/paths';
import { runProgress } from '@/lib/views/runs/run-progress';
import { longSpan, plural, zoneWords } from '@/lib/views/words/numbers';
import { setStatus } from '@/server/response-status';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { ButtonLink } from '../../_ui/button';
import { Download } from '../../_ui/download';
import { PageHead } from '../../_ui/page-head';
import { Panel } from '../../_ui/panel';
import { StaticHtml, staticHtml } from '../../_ui/static-html';
import { signedInPage } from '../_parts/signed-in-page';
import { Calendar } from './_parts/calendar';
import { GapList } from './_parts/gap-list';
import { HistoryPanel } from './_parts/history-panel';
import { ImportArrival } from './_parts/import-arrival';
import { importFile } from './_parts/import-file';
import { ImportPanel } from './_parts/import-panel';
import { NoSuchRuns } from './_parts/no-such-runs';
import { RefreshPanel } from './_parts/refresh-panel';
import { RunFacts } from './_parts/run-facts';
import './runs.css';

export const metadata: Metadata = { title: 'Runs' };

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default signedInPage(RunsPage);

async function RunsPage({ searchParams }: Props) {
  const ctx = await enter();
  const asked = said(await searchParams);
  const result = await viewRuns(ctx, asked);
  if (!result.ok && result.failure.kind === 'invalid-input') {
    setStatus(404);
    return <NoSuchRuns given={asked} problems={result.failure.errors} />;
  }
  const view = valueOrRefuse(result);
  const { here, coverage, running } = view;
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
          <Panel
            id="days"
            title="Captured days"
            sub={longSpan(addDays(view.today, -89), view.today)}
            right={<a href={capturedDaysPath()}>By year</a>}
          >
            <StaticHtml
              className="body"
              html={staticHtml(
                <Calendar
                  weeks={view.calendar}
                  today={view.today}
                  label={`${plural(coverage.captured, 'day')} of ${coverage.possible} captured`}
                />,
              )}
            />
          </Panel>
          <HistoryPanel view={view} onLaterPage={asked.cursor !== undefined} />
        </div>
        <div className="stack">
          <RefreshPanel running={running && runProgress(running, here)} />
          <Panel id="gaps" title="Gaps" sub="days that cannot be fetched again">
            <GapList gaps={view.gaps} here={here} none="None in the last 90 days." />
            <p className="body small">
              <a href={capturedDaysPath(undefined, 'gaps')}>All gaps, by year</a>
            </p>
          </Panel>
          <ImportArrival>
            <ImportPanel importFile={importFile} />
          </ImportArrival>
        </div>
      </div>
    </>
  );
}

/** An empty field of the form says nothing. */
const said = (params: Awaited<Props['searchParams']>) =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
