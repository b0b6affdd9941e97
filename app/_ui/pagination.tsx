import type { ReactNode } from 'react';
import { ButtonLink } from './button';
import './pagination.css';

/** Ways through a long list that is read newest first; a missing way is left out. */
export function Pagination({
  label,
  newest,
  older,
  children,
}: {
  label: string;
  newest: string | null;
  older: string | null;
  children?: ReactNode;
}) {
  if (newest === null && older === null) return null;
  return (
    <nav className="pages" aria-label={label}>
      {children}
      {newest !== null && <ButtonLink href={newest}>Newest</ButtonLink>}
      {older !== null && <ButtonLink href={older}>Older</ButtonLink>}
    </nav>
  );
}
