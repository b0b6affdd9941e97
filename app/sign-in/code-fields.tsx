import { signInPath } from '@/lib/views/paths';
import { Field } from '../_ui/field';
import type { HalfWay } from './sign-in-state';

type Props = { email: string; to: string; halfWay: HalfWay; error: string | undefined };

/** What is asked once the password was right. */
export const CodeFields = ({ email, to, halfWay: { half, hasApp }, error }: Props) => (
  <>
    <input type="hidden" name="email" value={email} />
    <input type="hidden" name="half" value={half} />
    <input type="hidden" name="app" value={hasApp ? 'yes' : 'no'} />
    <p className="text">
      The password is right. {hasApp ? 'Now the code that your app shows.' : 'Now your passkey, or a recovery code.'}
    </p>
    <Field
      name="code"
      label={hasApp ? 'Code' : 'Recovery code'}
      mono
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      autoFocus
      error={error}
      hint={
        <>
          {hasApp && 'Six digits, or one of your recovery codes. '}
          For {email}. <a href={signInPath(to)}>Start again</a>
        </>
      }
    />
  </>
);
