import type { Metadata } from 'next';
import { listOwnSessions } from '@/lib/services/access/list-sessions';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { listOwnTokens } from '@/lib/services/tokens/list-tokens';
import { apiDocsPath } from '@/lib/views/paths';
import { roleWords } from '@/lib/views/words/roles';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { PageHead } from '../../_ui/page-head';
import { Panel } from '../../_ui/panel';
import { Sessions } from '../_parts/sessions';
import { signedInPage } from '../_parts/signed-in-page';
import { Tokens } from '../_parts/tokens';
import { Factors } from './_parts/factors';
import { PasswordForm } from './_parts/password-form';
import { TokenForm } from './_parts/token-form';
import { changePasswordForm, createTokenForm, endSessionsForm, revokeTokenForm } from './actions';
import '../_parts/sets-main.css';

export const metadata: Metadata = { title: 'Account' };

export default signedInPage(AccountPage);

async function AccountPage() {
  const ctx = await enter('self:manage');
  const [{ sessions }, { tokens }, factors] = await Promise.all([
    listOwnSessions(ctx, {}).then(valueOrRefuse),
    listOwnTokens(ctx, {}).then(valueOrRefuse),
    viewOwnFactors(ctx, {}).then(valueOrRefuse),
  ]);
  const { actor } = ctx;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const email = actor.kind === 'person' ? actor.email : '';
  return (
    <>
      <PageHead
        title="Account"
        sub={
          actor.kind === 'person' &&
          `${actor.name}, ${email}. ${roleWords[actor.role].name}: ${roleWords[actor.role].may}.`
        }
      />
      <div className="sets-main">
        <Panel id="own-password" title="Password">
          <PasswordForm email={email} hasTokens={tokens.length > 0} change={changePasswordForm} />
        </Panel>
        <Factors own={factors} here={here} />
        <Panel id="sessions" title="Where you are signed in" className="full">
          <Sessions caption="Where you are signed in" sessions={sessions} here={here} end={endSessionsForm} />
        </Panel>
        <Panel
          id="tokens"
          title="API tokens"
          sub="For scripts. A token can do at most what you may."
          right={<a href={apiDocsPath()}>What the API answers</a>}
          className="full"
        >
          <Tokens caption="Your API tokens" tokens={tokens} here={here} revoke={revokeTokenForm} />
          <TokenForm create={createTokenForm} />
        </Panel>
      </div>
    </>
  );
}
