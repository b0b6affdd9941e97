'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useGoing } from '../../_ui/soft-links';

/** A link that knows whether its reader is there, and shows that it was pressed while the next page is being made. */
export function PlaceLink({ href, exact, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const going = useGoing();
  const here = path === href || (!exact && href !== '/' && path.startsWith(`${href}/`));
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      <span className={going === href ? 'place going' : 'place'}>{children}</span>
    </a>
  );
}
