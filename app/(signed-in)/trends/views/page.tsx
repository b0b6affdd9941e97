import type { Metadata } from 'next';
import { knownAddress, longestViewName } from '@/lib/api/saved-view';
import { actorMay } from '@/lib/domain/roles';
import { type JudgedView, judgeViews } from '@/lib/services/views/judge-views';
import { savedTrendsPath, trendsPath } from '@/lib/views/paths';
import { addressWords } from '@/lib/views/trends/address-words';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ButtonLink } from '../../../_ui/button';
import { PageHead } from '../../../_ui/page-head';
import { Panel, PanelBody } from '../../../_ui/panel';
import { signedInPage } from '../../_parts/signed-in-page';
import { SaveForm } from './_parts/save-form';
import { ViewRow } from './_parts/view-row';
import './views.css';

export const metadata: Metadata = { title: 'Saved views' };

type Props = { searchParams: Promise<{ save?: string | string[] }> };

export default signedInPage(SavedViewsPage);

async function SavedViewsPage({ searchParams }: Props) {
  const ctx = await enter();
  const { save } = await searchParams;
  const views = valueOrRefuse(await judgeViews(ctx, {}));
  const mayShare = actorMay(ctx.actor, 'view:share');
  const asked = typeof save === 'string' ? knownAddress(save) : null;
  const wanted = asked?.ok ? asked.address : null;
  return (
    <>
      <PageHead title="Saved views" sub="Trends under a name: lines, days and what is drawn beside them">
        <ButtonLink href={wanted === null ? trendsPath() : savedTrendsPath(wanted)}>Trends</ButtonLink>
      </PageHead>
      <div className="stack">
        {wanted !== null && (
          <Panel id="save" title="Save this view" sub={addressWords(wanted)}>
            <SaveForm key={wanted} address={wanted} longestName={longestViewName} mayShare={mayShare} />
          </Panel>
        )}
        <Views
          id="own"
          title="Yours"
          none="None yet. On Trends, choose Views, then Save this view."
          views={views.filter(({ shared }) => !shared)}
          may={{ change: true, open: false }}
        />
        <Views
          id="shared"
          title="For all"
          none={mayShare ? 'None yet.' : 'None yet. Managers and admins save them.'}
          views={views.filter(({ shared }) => shared)}
          may={{ change: mayShare, open: mayShare }}
        />
      </div>
    </>
  );
}

type ViewsProps = {
  id: string;
  title: string;
  none: string;
  views: readonly JudgedView[];
  may: { change: boolean; open: boolean };
};

const Views = ({ id, title, none, views, may }: ViewsProps) => (
  <Panel id={id} title={title}>
    {views.length === 0 ? (
      <PanelBody>
        <p className="text muted">{none}</p>
      </PanelBody>
    ) : (
      <ul className="views">
        {views.map((view) => (
          <ViewRow key={view.id} view={view} words={addressWords(view.address)} may={may} />
        ))}
      </ul>
    )}
  </Panel>
);
