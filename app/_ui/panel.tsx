import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = {
  /** Names the panel; its heading gets the id `h-<id>`, so that it can be linked to as `#<id>`. */
  id: string;
  title: ReactNode;
  sub?: ReactNode;
  /** At the right end of the header: a count, a link. */
  right?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A titled region. Children bring their own padding: `PanelBody`, a list, a table. */
export function Panel({ id, title, sub, right, className, children }: Props) {
  return (
    <section className={classNames('panel', className)} id={id} aria-labelledby={`h-${id}`}>
      <header>
        <h2 id={`h-${id}`}>{title}</h2>
        {sub && <p className="sub">{sub}</p>}
        {right && <div className="sub right">{right}</div>}
      </header>
      {children}
    </section>
  );
}

export function PanelBody({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={classNames('body', className)}>{children}</div>;
}
