import type { Metadata } from 'next';
import { viewOrganisation } from '@/lib/services/organisation/view-organisation';
import { timeZones } from '@/lib/views/words/time-zones';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { Panel } from '../../_ui/panel';
import { signedInPage } from '../_parts/signed-in-page';
import { OrganisationForm } from './_parts/organisation-form';
import { saveOrganisationForm } from './actions';

export const metadata: Metadata = { title: 'Organisation' };

export default signedInPage(OrganisationPage);

async function OrganisationPage() {
  const organisation = valueOrRefuse(await viewOrganisation(await enter(), {}));
  return (
    <Panel id="organisation" title="Organisation">
      <OrganisationForm saved={organisation} zones={timeZones(organisation.timeZone)} save={saveOrganisationForm} />
    </Panel>
  );
}
