import type { Metadata } from 'next';
import { listSessions } from '@/lib/services/access/list-sessions';
import type { Context } from '@/lib/services/context';
import { type PersonView, viewPerson } from '@/lib/services/people/view-person';
import { listTokens } from '@/lib/services/tokens/list-tokens';
import { peoplePath } from '@/lib/views/paths';
import { timeWords } from '@/lib/views/words/numbers';
import { setStatus } from '@/server/response-status';
import { valueOrRefuse } from '../../../../_doors/answer/value-or-refuse';
import { enter } from '../../../../_doors/enter/enter';
import { ButtonLink } from '../../../../_ui/button';
import { Panel, PanelBody } from '../../../../_ui/panel';
import { Sessions } from '../../../_parts/sessions';
import { signedInPage } from '../../../_parts/signed-in-page';
import { Tokens } from '../../../_parts/tokens';
import { AccessActions } from '../_parts/access-actions';
import { DetailsForm } from '../_parts/details-form';
import { FactorPanel } from '../_parts/factor-panel';
import { RoleForm } from '../_parts/role-form';
import { StatusChip } from '../_parts/status-chip';
import { changeRoleForm, correctForm, endSessionsForm, revokeTokensForm } from '../actions';

export const metadata: Metadata = { title: 'Person' };

type Props = { params: Promise<{ id: string }> };

export default signedInPage(PersonPage);

/** One person: what they are called, what they may, and whether they come in. */
async function PersonPage({ params }: Props) {
  const ctx = await enter('people:manage');
  const seen = await viewPerson(ctx, { person: (await params).id });
  if (!seen.ok && seen.failure.kind === 'not-found') {
    setStatus(404);
    return <NobodyHere />;
  }
  const view = valueOrRefuse(seen);
  const { person, isSelf, isLastAdmin, roleIsProviders } = view;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const came =
    person.lastSignInAt === null ? 'never signed in' : `last sign-in ${timeWords(person.lastSignInAt, here)}`;
  return (
    <>
      <Panel
        id="person"
        title={isSelf ? `${person.name}, you` : person.name}
        sub={came}
        right={<StatusChip status={person.status} />}
      >
        <DetailsForm person={person.id} saved={{ name: person.name, email: person.email }} correct={correctForm} />
      </Panel>
      <Panel id="may" title="Role">
        {isLastAdmin ? (
          <PanelBody className="text muted">
            <p>Admin, and the last one: somebody must be able to manage people. Make somebody else an admin first.</p>
          </PanelBody>
        ) : (
          <RoleForm person={person.id} role={person.role} provider={roleIsProviders} change={changeRoleForm} />
        )}
      </Panel>
      <Panel id="access" title="Access">
        <AccessActions view={view} />
      </Panel>
      <FactorPanel view={view} />
      <WaysIn ctx={ctx} person={person} />
      <p className="full">
        <ButtonLink href={peoplePath()}>All people</ButtonLink>
      </p>
    </>
  );
}

/** Where they are signed in, and with which tokens; both end at the next request. */
async function WaysIn({ ctx, person: { id, name } }: { ctx: Context; person: PersonView['person'] }) {
  const [{ sessions }, { tokens }] = await Promise.all([
    listSessions(ctx, { person: id }).then(valueOrRefuse),
    listTokens(ctx, { person: id }).then(valueOrRefuse),
  ]);
  const shared = { here: { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone }, fields: { person: id } };
  return (
    <>
      <Panel id="sessions" title="Signed in" className="full">
        <Sessions {...shared} caption={`Where ${name} is signed in`} sessions={sessions} end={endSessionsForm} />
      </Panel>
      <Panel id="tokens" title="API tokens" className="full">
        <Tokens {...shared} caption={`API tokens of ${name}`} tokens={tokens} revoke={revokeTokensForm} />
      </Panel>
    </>
  );
}

/** Within the settings, whose head stays: they may have been removed a moment ago. */
const NobodyHere = () => (
  <Panel id="person" title="Nobody here">
    <PanelBody className="stack tight">
      <p className="text">There is no such person, or they were removed.</p>
      <p>
        <ButtonLink href={peoplePath()}>All people</ButtonLink>
      </p>
    </PanelBody>
  </Panel>
);
