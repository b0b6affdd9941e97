import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './steps.css';

export type Step = {
  readonly state: 'done' | 'doing' | 'failed' | 'waiting';
  readonly label: string;
  /** How long it took, how long it waits, a status: at the line's end. */
  readonly detail?: ReactNode;
};

const icons: Record<Step['state'], IconName> = { done: 'check', doing: 'clock', failed: 'cross', waiting: 'dash' };
const spoken: Record<Step['state'], string> = {
  done: 'done',
  doing: 'under way',
  failed: 'failed',
  waiting: 'not yet',
};

/** What was done, what is being done, what comes next, in order. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.label} className={step.state} aria-current={step.state === 'doing' ? 'step' : undefined}>
          <Icon name={icons[step.state]} />
          <span>
            {step.label}
            <span className="sr">, {spoken[step.state]}</span>
          </span>
          <span>{step.detail}</span>
        </li>
      ))}
    </ol>
  );
}

/** `now` of `of` steps done; `text` says it in words. */
export function Progress({ label, now, of, text }: { label: string; now: number; of: number; text: string }) {
  return (
    <svg
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={now}
      aria-valuetext={text}
    >
      <rect width={`${(now / of) * 100}%`} height="4" />
    </svg>
  );
}
