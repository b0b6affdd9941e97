import type { Metadata } from 'next';
import { viewPerson } from '@/lib/services/people/view-person';
import { peoplePath } from '@/lib/views/paths';
import { timeWords } from '@/lib/views/words/numbers';
import { setStatus } from '@/server/response-status';
import { valueOrRefuse } from '../../../../_doors/answer/value-or-refuse';
import { enter } from '../../../../_doors/enter/enter';
import { ButtonLink } from '../../../../_ui/button';
import { Panel, PanelBody } from '../../../../_ui/panel';
import { signedInPage } from '../../../_parts/signed-in-page';
import { AccessActions } from '../_parts/access-actions';
import { DetailsForm } from '../_parts/details-form';
import { FactorPanel } from '../_parts/factor-panel';
import { RoleForm } from '../_parts/role-form';
import { StatusChip } from '../_parts/status-chip';
import { changeRoleForm, correctForm } from '../actions';

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
  const { person, isSelf, isLastAdmin } = view;
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
          <RoleForm person={person.id} role={person.role} change={changeRoleForm} />
        )}
      </Panel>
      <Panel id="access" title="Access">
        <AccessActions view={view} />
      </Panel>
      <FactorPanel view={view} />
      <p className="full">
        <ButtonLink href={peoplePath()}>All people</ButtonLink>
      </p>
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
