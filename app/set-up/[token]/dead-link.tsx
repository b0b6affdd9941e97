import { setUpPath, signInPath } from '@/lib/views/paths';
import { resetPasswordCommand, startCommand } from '../../_doors/answer/command-line';
import { ButtonLink } from '../../_ui/button';
import { EntryLayout } from '../../_ui/entry-layout';

/** A set-up link that works no more. While nobody has an account there is nobody to ask: whoever runs the server makes a new one. */
export const DeadLink = ({ closed }: { closed: boolean }) => (closed ? <SetUpIsDone /> : <LinkIsOver />);

const SetUpIsDone = () => (
  <EntryLayout title="Set-up is done" sub="This link was used, or somebody made the first account without it.">
    <div className="text stack tight">
      <p>Sign in with your account. Everybody else is invited under Settings, People and roles.</p>
      <p>If no admin can sign in any more, whoever runs the server sets a new password there:</p>
      <p>
        <code>{resetPasswordCommand()}</code>
      </p>
    </div>
    <div className="actions">
      <ButtonLink href={signInPath()}>Go to sign-in</ButtonLink>
    </div>
  </EntryLayout>
);

const LinkIsOver = () => (
  <EntryLayout
    title="This link is over"
    sub="It is older than three days, was not copied whole, or belongs to another installation. Nobody has an account here yet."
  >
    <div className="text stack tight">
      <p>Stop the application and start it again. It prints a fresh link; a service writes it to its log:</p>
      <p>
        <code>{startCommand()}</code>
      </p>
    </div>
    <div className="actions">
      <ButtonLink href={setUpPath()}>How set-up begins</ButtonLink>
    </div>
  </EntryLayout>
);
