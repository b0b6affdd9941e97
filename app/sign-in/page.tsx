import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { keepsPasskeys } from '@/lib/domain/passkey-place';
import { overviewPath, setUpPath } from '@/lib/views/paths';
import { providerRefusal } from '@/lib/views/words/provider-refusals';
import { type RefusalKind, refusalSentence } from '@/lib/views/words/refusals';
import { waitInWords } from '../_doors/answer/act';
import { namingFaults } from '../_doors/answer/named';
import { enterAsNobody, signedIn } from '../_doors/enter/enter';
import { safeRedirect } from '../_doors/enter/safe-redirect';
import { EntryLayout } from '../_ui/entry-layout';
import { askPasskey, passkeyForm, signInForm } from './actions';
import { PasskeyButton } from './passkey-button';
import { ProviderButton } from './provider-button';
import { SignInForm } from './sign-in-form';
import './sign-in.css';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default namingFaults(SignInPage);

async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const to = safeRedirect(asked.to);
  if ((await signedIn()) !== null) return redirect(to);
  const { store, organisation, oidc, config } = await enterAsNobody();
  if (!(await store.people.any())) return redirect(setUpPath());
  const provider = oidc === null ? null : (config.signIn.provider?.name ?? null);
  const kept = provider === null ? null : providerRefusal(String(asked.error), provider);
  const form = (
    <SignInForm
      to={to}
      refused={kept === null ? refusalOf(asked.error, asked.code) : null}
      asksCode={asked.code === 'code-needed' || asked.code === 'wrong-code'}
      signIn={signInForm}
      passkey={
        keepsPasskeys(config.publicUrl) && (
          <PasskeyButton to={to} label="Use a passkey" ask={askPasskey} finish={passkeyForm} />
        )
      }
    />
  );
  return (
    <EntryLayout
      title="Sign in"
      sub={
        to === overviewPath() ? organisation.name : `${organisation.name}. You will go on to the page you asked for.`
      }
      footer={provider === null ? 'Accounts are made by your administrator.' : undefined}
    >
      {provider !== null && <ProviderButton provider={provider} to={to} refused={kept} />}
      {provider === null && form}
      {provider !== null && config.signIn.mode !== 'sso' && (
        <>
          <p className="or">or with a password</p>
          {form}
        </>
      )}
      {provider !== null && config.signIn.mode === 'sso' && (
        <details className="or" open={asked.error === 'CredentialsSignin'}>
          <summary>Emergency access by password</summary>
          {form}
        </details>
      )}
    </EntryLayout>
  );
}

const toldInFull = [
  'code-needed',
  'wrong-code',
  'factor-unreadable',
  'passkey-refused',
  'sign-in-late',
] as const satisfies RefusalKind[];

/** next-auth's own route tells a refused guess in the address; the form here tells it by itself. */
function refusalOf(error: unknown, code: unknown): string | null {
  if (error === undefined) return null;
  if (error !== 'CredentialsSignin') return 'Sign-in did not work. Try again; tell your operator if it stays.';
  const told = toldInFull.find((kind) => kind === code);
  if (told !== undefined) return refusalSentence(told);
  const seconds = typeof code === 'string' ? /^wait-(\d{1,6})$/.exec(code)?.[1] : undefined;
  return seconds === undefined
    ? 'E-mail or password is wrong. Check both and try again.'
    : `Too many tries. Wait ${waitInWords(Number(seconds))}, then try again.`;
}
