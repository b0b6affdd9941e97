import type { ReactNode } from 'react';

/** What will be here, when, and one way on. `level` fits the heading into its page. */
export function Empty({ title, level = 3, children }: { title: string; level?: 2 | 3; children: ReactNode }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
