import type { Metadata } from 'next';
import { viewRunPage } from '@/lib/services/capture/view-run-page';
import { runPath, runsPath } from '@/lib/views/paths';
import { runProgress } from '@/lib/views/runs/run-progress';
import { capital, timeWords, triggerWords, zoneWords } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ButtonLink } from '../../../_ui/button';
import { PageHead } from '../../../_ui/page-head';
import { signedInPage } from '../../_parts/signed-in-page';
import { AttemptsPanel } from '../_parts/attempts-panel';
import { RefreshPanel } from '../_parts/refresh-panel';
import { ResultPanel } from '../_parts/result-panel';
import '../runs.css';

export const metadata: Metadata = { title: 'Run' };

type Props = { params: Promise<{ id: string }> };

export default signedInPage(RunPage);

/** One run: how it ended, why, and every request it sent. */
async function RunPage({ params }: Props) {
  const view = valueOrRefuse(await viewRunPage(await enter(), await params));
  const { run, here, older, newer } = view;
  const started = `${capital(triggerWords(run.trigger, run.startedByName))}, ${zoneWords(here.timeZone)}`;
  return (
    <>
      <PageHead title={`Run of ${timeWords(run.startedAt, here)}`} sub={started}>
        {older && (
          <ButtonLink icon="chevron-left" href={runPath(older)}>
            Run before
          </ButtonLink>
        )}
        {newer && (
          <ButtonLink icon="chevron-right" href={runPath(newer)}>
            Run after
          </ButtonLink>
        )}
        <ButtonLink href={runsPath('history')}>All runs</ButtonLink>
      </PageHead>
      <div className="stack">
        {run.outcome === 'running' && <RefreshPanel running={runProgress(run, here)} />}
        <ResultPanel view={view} />
        <AttemptsPanel run={run} attempts={view.attempts} timeZone={here.timeZone} />
      </div>
    </>
  );
}
