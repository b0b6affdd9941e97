import type { Metadata } from 'next';
import { ButtonLink } from './_ui/button';
import { Gate } from './_ui/gate';

export const metadata: Metadata = { title: 'Not allowed' };

export default function Forbidden() {
  return (
    <Gate
      title="This is not yours to see"
      sub="Your role does not include this page. An admin can change roles in Settings, People."
    >
      <ButtonLink href="/">Back to the overview</ButtonLink>
    </Gate>
  );
}
