import type { Metadata } from 'next';
import { keepsPasskeys } from '@/lib/domain/passkey-place';
import { lacksFactor } from '@/lib/domain/second-factor';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { accountPath, overviewPath } from '@/lib/views/paths';
import { namingFaults } from '../../../_doors/answer/named';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enterBeforeFactor } from '../../../_doors/enter/enter';
import { ButtonLink } from '../../../_ui/button';
import { EntryLayout } from '../../../_ui/entry-layout';
import { SubmitButton } from '../../../_ui/submit-button';
import { signOut } from '../../../(signed-in)/_parts/sign-out';
import { AppSection } from './_parts/app-section';
import { PasskeySection } from './_parts/passkey-section';
import { RecoverySection } from './_parts/recovery-section';
import { appForm, recoveryForm, removeAppForm } from './actions';
import './second-factor.css';

export const metadata: Metadata = { title: 'Second factor' };

export default namingFaults(SecondFactorPage);

/** Before the door of all other pages: who must have a second factor and has none gets no further. */
async function SecondFactorPage() {
  const ctx = await enterBeforeFactor();
  const own = valueOrRefuse(await viewOwnFactors(ctx, {}));
  const isNeeded = lacksFactor(ctx.actor, ctx.config.signIn.factorRequired);
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  return (
    <EntryLayout
      title="Second factor"
      wide
      sub={
        isNeeded
          ? 'Your role must sign in with more than a password. Set up one of these to go on.'
          : 'What is asked beside your password when you sign in.'
      }
    >
      <AppSection status={own.totp} asksPassword={own.hasPassword} act={appForm} remove={removeAppForm} />
      <PasskeySection passkeys={own.passkeys} here={here} offered={keepsPasskeys(ctx.config.publicUrl)} />
      {(own.totp !== 'none' || own.passkeys.length > 0) && (
        <RecoverySection left={own.recoveryCodesLeft} renew={recoveryForm} />
      )}
      <div className="actions">
        {isNeeded ? (
          <form action={signOut}>
            <SubmitButton busy="Signing out">Sign out</SubmitButton>
          </form>
        ) : (
          <>
            <ButtonLink href={overviewPath()}>Overview</ButtonLink>
            <ButtonLink href={accountPath()}>Account</ButtonLink>
          </>
        )}
      </div>
    </EntryLayout>
  );
}
