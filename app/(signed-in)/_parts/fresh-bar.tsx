'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { runsPath } from '@/lib/views/paths';
import type { RunProgress } from '@/lib/views/runs/run-progress';
import { Icon } from '../../_ui/icon';
import { type Tone, toneIcon } from '../../_ui/status-tone';
import { SubmitButton } from '../../_ui/submit-button';
import type { RefreshState } from './refresh-now';
import { useRunProgress } from './use-run-progress';

type Props = {
  tone: Tone;
  text: string;
  /** Null for whom may not refresh. */
  refresh: { action: (state: RefreshState, form: FormData) => Promise<RefreshState>; runningId: string | null } | null;
};

/** How new the numbers are, and for ops and admins the way to newer ones. */
export function FreshBar({ tone, text, refresh }: Props) {
  return refresh ? <WithRefresh tone={tone} text={text} {...refresh} /> : <Fresh tone={tone}>{text}</Fresh>;
}

type RefreshProps = NonNullable<Props['refresh']> & Pick<Props, 'tone' | 'text'>;

function WithRefresh({ tone, text, action, runningId }: RefreshProps) {
  const [state, submit] = useActionState(action, { runId: null, refusal: null });
  const run = useRunProgress(state.runId ?? runningId);
  const running = run ? run.outcome === 'running' : (state.runId ?? runningId) !== null;
  useNewNumbers(run);
  return (
    <>
      <Now run={run} running={running} refusal={state.refusal} otherwise={<Fresh tone={tone}>{text}</Fresh>} />
      <form action={submit}>
        <SubmitButton icon="runs" busy={<Label>Refreshing</Label>} aria-disabled={running || undefined}>
          <Label>{running ? 'Refreshing' : 'Refresh now'}</Label>
        </SubmitButton>
      </form>
    </>
  );
}

const Label = ({ children }: { children: string }) => <span className="label">{children}</span>;

type NowProps = { run: RunProgress | null; running: boolean; refusal: string | null; otherwise: ReactNode };

/** What a press led to, as long as it is news. */
function Now({ run, running, refusal, otherwise }: NowProps) {
  if (running) return <Fresh tone="plain">{run?.line ?? 'Asking Enpass'}</Fresh>;
  if (refusal) return <Fresh tone="warn">{refusal}</Fresh>;
  if (run?.outcome !== 'failed') return otherwise;
  return (
    <Fresh tone="bad">
      <a href={runsPath()}>{run.line}</a>
    </Fresh>
  );
}

const Fresh = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <p className={classNames('fresh', tone)} role="status">
    <Icon name={tone === 'plain' ? 'clock' : toneIcon[tone]} />
    <span>{children}</span>
  </p>
);

/** Fetches the page anew when a watched run ends, so that its numbers replace the old ones in place. */
function useNewNumbers(run: RunProgress | null) {
  const router = useRouter();
  const ended = useRef<string | null>(null);
  useEffect(() => {
    if (!run || run.outcome === 'running' || ended.current === run.id) return;
    ended.current = run.id;
    router.refresh();
  }, [run, router]);
}
