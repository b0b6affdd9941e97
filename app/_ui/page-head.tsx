import type { ReactNode } from 'react';

/** A page's title, what it is about, and its actions. */
export function PageHead({ title, sub, children }: { title: string; sub?: ReactNode; children?: ReactNode }) {
  return (
    <div className="head">
      <h1>{title}</h1>
      {sub && <p className="sub">{sub}</p>}
      {children && <div className="acts">{children}</div>}
    </div>
  );
}
