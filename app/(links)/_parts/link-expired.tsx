import { ButtonLink } from '../../_ui/button';
import { Gate } from '../../_ui/entry-layout';

export function LinkOver() {
  return (
    <Gate
      title="This link is over"
      sub="It was used already, is too old, or a newer one took its place. Ask your administrator for a new one."
    >
      <ButtonLink href="/sign-in">Go to sign-in</ButtonLink>
    </Gate>
  );
}
