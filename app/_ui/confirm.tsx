import type { ReactNode } from 'react';
import { classNames } from './class-names';
import './confirm.css';

type Props = {
  /** The button that opens the question, and its kind. */
  label: string;
  kind?: 'primary' | 'danger' | 'link' | undefined;
  /** What will happen, asked as a question. */
  question: ReactNode;
  /** A form with the button that does it. */
  children: ReactNode;
};

/** A second look before something that is hard to undo. Opens in place, so it needs no script. */
export function Confirm({ label, kind, question, children }: Props) {
  return (
    <details className="confirm">
      <summary className={classNames('btn', kind)}>{label}</summary>
      <div className="confirm-body">
        <p>{question}</p>
        {children}
      </div>
    </details>
  );
}
