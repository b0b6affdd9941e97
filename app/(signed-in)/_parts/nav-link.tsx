'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { overviewPath } from '@/lib/views/paths';
import { useNavigating } from '../../_ui/client-navigation';

type Props = {
  href: string;
  exact?: boolean;
  /** Another address whose pages count as this place. */
  also?: string | undefined;
  children: ReactNode;
};

/** A link that knows whether its reader is there, and shows that it was pressed while the next page is being made. */
export function NavLink({ href, exact, also, children }: Props) {
  const path = usePathname();
  const going = useNavigating();
  const within = (place: string) => path === place || path.startsWith(`${place}/`);
  const here =
    path === href || (!exact && href !== overviewPath() && within(href)) || (also !== undefined && within(also));
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      <span className={going === href ? 'place going' : 'place'}>{children}</span>
    </a>
  );
}
