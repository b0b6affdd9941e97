import { signInPath } from '@/lib/views/paths';
import { resetPasswordCommand } from '../../_doors/answer/command-line';
import { ButtonLink } from '../../_ui/button';
import { EntryLayout } from '../../_ui/entry-layout';

export function LinkExpired() {
  return (
    <EntryLayout
      title="This link is over"
      sub="It was used already, is too old, was not copied whole, or a newer one took its place. Ask your administrator for a new one."
    >
      <div className="text stack tight">
        <p>
          Admins make one under Settings, People and roles. If no admin can sign in, whoever runs the server sets a new
          password there:
        </p>
        <p>
          <code>{resetPasswordCommand()}</code>
        </p>
      </div>
      <div className="actions">
        <ButtonLink href={signInPath()}>Go to sign-in</ButtonLink>
      </div>
    </EntryLayout>
  );
}
