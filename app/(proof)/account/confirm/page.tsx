import type { Metadata } from 'next';
import { keepsPasskeys } from '@/lib/domain/passkey-place';
import type { Context } from '@/lib/services/context';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { accountPath } from '@/lib/views/paths';
import { namingFaults } from '../../../_doors/answer/named';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enterBeforeFactor } from '../../../_doors/enter/enter';
import { safeRedirect } from '../../../_doors/enter/safe-redirect';
import { EntryLayout } from '../../../_ui/entry-layout';
import { SubmitButton } from '../../../_ui/submit-button';
import { signOut } from '../../../(signed-in)/_parts/sign-out';
import { PasskeyButton } from '../../../sign-in/passkey-button';
import { ProviderButton } from '../../../sign-in/provider-button';
import { askOwnPasskey, confirmForm, confirmPasskeyForm } from './actions';
import { ConfirmForm } from './confirm-form';

export const metadata: Metadata = { title: 'Confirm that it is you' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default namingFaults(ConfirmPage);

/** A sign-in lasts for days; what must not be done on a borrowed screen asks again. */
async function ConfirmPage({ searchParams }: Props) {
  const asked = await searchParams;
  const to = asked.to === undefined ? '' : safeRedirect(asked.to);
  const ctx = await enterBeforeFactor();
  const own = valueOrRefuse(await viewOwnFactors(ctx, {}));
  const byPasskey = own.passkeys.length > 0 && keepsPasskeys(ctx.config.publicUrl);
  const byProof = own.hasPassword || own.totp === 'working';
  const provider = providerOf(ctx);
  return (
    <EntryLayout
      title="Confirm that it is you"
      sub="For what must not be done on a borrowed screen. Lasts 10 minutes."
      footer={<a href={to === '' ? accountPath() : to}>Back, without confirming</a>}
    >
      {byProof && <ConfirmForm to={to} confirm={confirmForm} />}
      {byPasskey && <PasskeyButton to={to} label="Use a passkey" ask={askOwnPasskey} finish={confirmPasskeyForm} />}
      {provider !== null && (
        <ProviderButton provider={provider} to={to === '' ? accountPath() : to} refused={null} confirms />
      )}
      {!byProof && provider === null && (
        <form action={signOut}>
          <p className="text">A fresh sign-in counts as well: sign out, and in again.</p>
          <div className="actions">
            <SubmitButton busy="Signing out">Sign out</SubmitButton>
          </div>
        </form>
      )}
    </EntryLayout>
  );
}

/** Who came by the company's provider goes there again. */
function providerOf({ actor, oidc, config }: Context): string | null {
  const cameBySso = actor.kind === 'person' && 'session' in actor.via && actor.via.signedInBy === 'sso';
  return cameBySso && oidc !== null ? (config.signIn.provider?.name ?? null) : null;
}
