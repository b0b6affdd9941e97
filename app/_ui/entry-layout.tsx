import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Mark } from './icon';

type Props = {
  title: string;
  sub?: ReactNode;
  footer?: ReactNode;
  /** For set-up, which has more to ask than sign-in. */
  wide?: boolean;
  children?: ReactNode;
};

/** A page before the door: sign-in, set-up, one-time links, not found. */
export function EntryLayout({ title, sub, footer, wide, children }: Props) {
  return (
    <div className={classNames('gate', wide && 'wide')}>
      <main id="main" tabIndex={-1}>
        <p className="org">
          <Mark />
          <span>Adoption</span>
        </p>
        <h1>{title}</h1>
        {sub && <p className="muted small">{sub}</p>}
        <div className="gate-body">{children}</div>
      </main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}
