'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import type { RunProgress } from '@/lib/views/run-progress';
import { Icon } from '../../_ui/icon';
import { SubmitButton } from '../../_ui/submit-button';
import { classes, type Tone, toneIcon } from '../../_ui/tone';
import type { RefreshState } from './refresh-now';
import { useRun } from './run-watch';

type Props = {
  tone: Tone;
  text: string;
  /** Null for whom may not refresh. */
  refresh: { action: (state: RefreshState, form: FormData) => Promise<RefreshState>; runningId: string | null } | null;
};

/** How new the numbers are, and for ops and admins the way to newer ones. */
export function FreshBar({ tone, text, refresh }: Props) {
  return refresh ? <WithRefresh tone={tone} text={text} {...refresh} /> : <Fresh tone={tone} text={text} />;
}

type RefreshProps = NonNullable<Props['refresh']> & Pick<Props, 'tone' | 'text'>;

function WithRefresh({ tone, text, action, runningId }: RefreshProps) {
  const [state, submit] = useActionState(action, { runId: null, refusal: null });
  const run = useRun(state.runId ?? runningId);
  const running = run ? run.outcome === 'running' : (state.runId ?? runningId) !== null;
  useNewNumbers(run);
  return (
    <>
      {running ? (
        <Fresh tone="plain" text={run?.line ?? 'Asking Enpass'} />
      ) : (
        <Fresh tone={state.refusal ? 'warn' : tone} text={state.refusal ?? text} />
      )}
      <form action={submit}>
        <SubmitButton icon="runs" busy={<Label>Refreshing</Label>} aria-disabled={running || undefined}>
          <Label>{running ? 'Refreshing' : 'Refresh now'}</Label>
        </SubmitButton>
      </form>
    </>
  );
}

const Label = ({ children }: { children: string }) => <span className="label">{children}</span>;

const Fresh = ({ tone, text }: Pick<Props, 'tone' | 'text'>) => (
  <p className={classes('fresh', tone)} role="status">
    <Icon name={tone === 'plain' ? 'clock' : toneIcon[tone]} />
    <span>{text}</span>
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
