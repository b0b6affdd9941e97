'use client';

import { useState } from 'react';
import { runsPath } from '@/lib/views/paths';
import type { RunProgress } from '@/lib/views/runs/run-progress';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Progress, Steps } from '../../../_ui/steps';
import { useNewestRun, useRunProgress } from '../../_parts/use-run-progress';

const titles: Record<RunProgress['outcome'], string> = {
  running: 'Refresh in progress',
  succeeded: 'Refresh done',
  failed: 'Refresh failed',
};

type Watched = { readonly id: string; readonly known: RunProgress | null };

/** A refresh under way, whoever began it, or begun here and over before the page heard of it; stays with its end until the page is left. */
export function RefreshPanel({ running }: { running: RunProgress | null }) {
  const newest = useNewestRun();
  const [before] = useState(newest);
  const begun: Watched | null = newest === null || newest === before ? null : { id: newest, known: null };
  const next = running ? { id: running.id, known: running } : begun;
  const [watched, setWatched] = useState(next);
  if (next && next.id !== watched?.id) setWatched(next);
  const run = useRunProgress(watched?.id ?? null, watched?.known);
  if (!run) return null;
  const done = run.outcome === 'succeeded' ? run.steps.length : run.stepsDone + 0.5;
  return (
    <Panel id="refresh" className="attn" title={titles[run.outcome]} right={run.started}>
      <PanelBody className="refresh">
        <Progress label="Refresh" now={done} of={run.steps.length} text={run.line} />
        <Steps steps={run.steps} />
        <p className="small muted" role="status">
          {run.sentence}
        </p>
        {run.outcome === 'running' && (
          <noscript>
            <p className="small">
              <a href={runsPath()}>Show how far it is now</a>
            </p>
          </noscript>
        )}
      </PanelBody>
    </Panel>
  );
}
