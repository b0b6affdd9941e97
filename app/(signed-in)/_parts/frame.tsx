import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '../../_ui/icon';
import { Navigation } from './navigation';
import type { Place } from './places';

type Props = {
  organisation: string;
  places: readonly Place[];
  /** Reviews that wait for this reader. */
  reviewsDue: number;
  /** Right end of the top bar: freshness, refresh, account. */
  tools: ReactNode;
  children: ReactNode;
};

/** What stands around every page of somebody signed in. */
export function Frame({ organisation, places, reviewsDue, tools, children }: Props) {
  return (
    <div className="app">
      <header className="top">
        <Link className="org" href="/" prefetch={false}>
          <Mark />
          <span>{organisation}</span>
        </Link>
        {tools}
      </header>
      <Navigation places={places} reviewsDue={reviewsDue} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
