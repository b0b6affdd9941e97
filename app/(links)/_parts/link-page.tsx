import { viewLink } from '@/lib/services/access/view-link';
import { setStatus } from '@/server/response-status';
import { enterAsNobody } from '../../_doors/enter/enter';
import { EntryLayout } from '../../_ui/entry-layout';
import { choosePassword } from './actions';
import { LinkExpired } from './link-expired';
import { PasswordForm } from './password-form';

type Props = { kind: 'invitation' | 'password-reset'; token: string };

/** Both links lead to the same question: which password? */
export async function LinkPage({ kind, token }: Props) {
  const ctx = await enterAsNobody();
  const seen = await viewLink(ctx, { kind, token });
  if (!seen.ok) {
    setStatus(404);
    return <LinkExpired />;
  }
  const { name, email } = seen.value;
  const { organisation } = ctx;
  return (
    <EntryLayout
      title={kind === 'invitation' ? `Welcome, ${name}` : 'Choose a new password'}
      sub={
        kind === 'invitation'
          ? `${organisation.name} invites you to its adoption history. Choose a password to come in.`
          : `For ${name} at ${organisation.name}. You will be signed out everywhere else.`
      }
    >
      <PasswordForm kind={kind} token={token} email={email} choose={choosePassword} />
    </EntryLayout>
  );
}
