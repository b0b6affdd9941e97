import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { actorMay } from '@/lib/domain/roles';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { searchReviews } from '@/lib/services/weeks/search-reviews';
import { exportLinks } from '@/lib/views/exports/export-links';
import { annotationsPath, weeksPath } from '@/lib/views/paths';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { ButtonLink } from '../../_ui/button';
import { Download } from '../../_ui/download';
import { PageHead } from '../../_ui/page-head';
import { Panel, PanelBody } from '../../_ui/panel';
import { signedInPage } from '../_parts/signed-in-page';
import { FoundList } from './_parts/found-reviews';
import { SearchForm } from './_parts/search-form';
import { WeekList } from './_parts/week-list';
import './weeks.css';

export const metadata: Metadata = { title: 'Weekly' };

type Asked = { cursor?: string | string[]; q?: string | string[] };

/** A quarter. */
const pageLength = 13;

export default signedInPage(WeeksPage);

async function WeeksPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const ctx = await enter();
  const { cursor, q } = await searchParams;
  const page = { limit: pageLength, cursor };
  const shared = { further: cursor !== undefined, mayWrite: actorMay(ctx.actor, 'review:write') };
  if (typeof q === 'string' && q.trim() !== '') {
    const found = valueOrRefuse(await searchReviews(ctx, { ...page, q }));
    return (
      <Weekly q={q} title="Reviews found" sub="newest first">
        <FoundList {...found} {...shared} q={q} />
      </Weekly>
    );
  }
  const weeks = valueOrRefuse(await listWeeks(ctx, page));
  return (
    <Weekly q="" title="Weeks" sub="newest first" files={weeks.weeks.length > 0}>
      <WeekList {...weeks} {...shared} today={ctx.today()} />
    </Weekly>
  );
}

type WeeklyProps = { q: string; title: string; sub: string; files?: boolean; children: ReactNode };

const Weekly = ({ q, title, sub, files = false, children }: WeeklyProps) => (
  <>
    <PageHead title="Weekly" sub="Monday to Sunday; a week’s numbers are those of its last snapshot">
      <ButtonLink icon="flag" href={annotationsPath()}>
        Annotations
      </ButtonLink>
      {q !== '' && <ButtonLink href={weeksPath()}>All weeks</ButtonLink>}
      {files && <Download groups={[{ title: 'All weeks', files: exportLinks('weeks') }]} />}
    </PageHead>
    <Panel id="weeks" className="cards" title={title} sub={sub} right={<SearchForm q={q} />}>
      <PanelBody>{children}</PanelBody>
    </Panel>
  </>
);
