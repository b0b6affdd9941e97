import type { Metadata } from 'next';
import { viewOrganisation } from '@/lib/services/view-organisation';
import { timeZones } from '@/lib/views/time-zones';
import { shown } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { Panel } from '../../_ui/panel';
import { framedPage } from '../_parts/signed-in-page';
import { OrganisationForm } from './_parts/organisation-form';
import { saveOrganisationForm } from './actions';

export const metadata: Metadata = { title: 'Organisation' };

export default framedPage(OrganisationPage);

async function OrganisationPage() {
  const organisation = shown(await viewOrganisation(await enter(), {}));
  return (
    <Panel id="organisation" title="Organisation">
      <OrganisationForm saved={organisation} zones={timeZones(organisation.timeZone)} save={saveOrganisationForm} />
    </Panel>
  );
}
