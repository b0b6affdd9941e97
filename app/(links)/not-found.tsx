import type { Metadata } from 'next';
import { ButtonLink } from '../_ui/button';
import { Gate } from '../_ui/gate';

export const metadata: Metadata = { title: 'This link is over' };

export default function LinkOver() {
  return (
    <Gate
      title="This link is over"
      sub="It was used already, is too old, or a newer one took its place. Ask your administrator for a new one."
    >
      <ButtonLink href="/sign-in">Go to sign-in</ButtonLink>
    </Gate>
  );
}
