import type { Metadata } from 'next';
import { listPeople } from '@/lib/services/people/list-people';
import { plural } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { Panel } from '../../../_ui/panel';
import { signedInPage } from '../../_parts/signed-in-page';
import { InviteForm } from './_parts/invite-form';
import { People } from './_parts/people';
import { inviteForm } from './actions';

export const metadata: Metadata = { title: 'People and roles' };

export default signedInPage(PeoplePage);

async function PeoplePage() {
  const ctx = await enter('people:manage');
  const { people } = valueOrRefuse(await listPeople(ctx, {}));
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  return (
    <>
      <Panel id="people" title="People and roles" right={plural(people.length, 'person', 'people')} className="full">
        <People people={people} here={here} />
      </Panel>
      <Panel id="invite" title="Invite somebody">
        <InviteForm invite={inviteForm} />
      </Panel>
    </>
  );
}
