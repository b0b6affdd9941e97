'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link that knows whether its reader is there, and shows that it was pressed while the next page is being made. */
export function PlaceLink({ href, exact, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || (!exact && href !== '/' && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
      <Going>{children}</Going>
    </Link>
  );
}

function Going({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? 'place going' : 'place'}>{children}</span>;
}
