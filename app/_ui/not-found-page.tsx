'use client';

import { ButtonLink } from './button';
import { Gate } from './entry-layout';

/** For an address of no page. A client component, because Next writes what `not-found.tsx` shows into every page. */
export const Nowhere = () => (
  <Gate title="This page is not there" sub="The address is wrong, or what it showed belongs to somebody else.">
    <ButtonLink href="/">Go to the overview</ButtonLink>
  </Gate>
);
