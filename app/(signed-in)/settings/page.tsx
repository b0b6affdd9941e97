import type { Metadata } from 'next';
import { viewOrganisation } from '@/lib/services/organisation/view-organisation';
import { zoneOptions } from '@/lib/views/words/time-zones';
import { zoneRulesWords } from '@/lib/views/words/zone-rules';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { Panel } from '../../_ui/panel';
import { askZoneTime } from '../../set-up/actions';
import { signedInPage } from '../_parts/signed-in-page';
import { OrganisationForm } from './_parts/organisation-form';
import { saveOrganisationForm } from './actions';

export const metadata: Metadata = { title: 'Organisation' };

export default signedInPage(OrganisationPage);

async function OrganisationPage() {
  const { zones, source, wallMs, ...organisation } = valueOrRefuse(await viewOrganisation(await enter(), {}));
  return (
    <Panel id="organisation" title="Organisation">
      <OrganisationForm
        saved={organisation}
        zones={zoneOptions(zones, organisation.timeZone)}
        wallMs={wallMs}
        rules={zoneRulesWords(source)}
        askZoneTime={askZoneTime}
        save={saveOrganisationForm}
      />
    </Panel>
  );
}
