'use client';

import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from './button';
import { EntryLayout } from './entry-layout';

/** For an address of no page. A client component, because Next writes what `not-found.tsx` shows into every page. */
export const NotFoundPage = () => (
  <EntryLayout title="This page is not there" sub="The address is wrong, or what it showed belongs to somebody else.">
    <ButtonLink href={overviewPath()}>Go to the overview</ButtonLink>
  </EntryLayout>
);
