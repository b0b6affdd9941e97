import type { Metadata } from 'next';
import { ButtonLink } from './_ui/button';
import { Gate } from './_ui/gate';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Gate title="This page is not there" sub="The address is wrong, or what it showed belongs to somebody else.">
      <ButtonLink href="/">Go to the overview</ButtonLink>
    </Gate>
  );
}
