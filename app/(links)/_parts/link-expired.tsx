import { signInPath } from '@/lib/views/paths';
import { ButtonLink } from '../../_ui/button';
import { EntryLayout } from '../../_ui/entry-layout';

export function LinkExpired() {
  return (
    <EntryLayout
      title="This link is over"
      sub="It was used already, is too old, or a newer one took its place. Ask your administrator for a new one."
    >
      <ButtonLink href={signInPath()}>Go to sign-in</ButtonLink>
    </EntryLayout>
  );
}
