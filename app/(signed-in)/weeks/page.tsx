import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { actorMay } from '@/lib/domain/roles';
import { listWeeks } from '@/lib/services/weeks/list-weeks';
import { exportLinks } from '@/lib/views/exports/export-links';
import { annotationsPath, overviewPath, weekPath, weeksPath } from '@/lib/views/paths';
import { aroundWeek } from '@/lib/views/weeks/week-links';
import { weekLine } from '@/lib/views/weeks/week-list';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { ButtonLink } from '../../_ui/button';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { Delta, Unknown } from '../../_ui/delta';
import { Download } from '../../_ui/download';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';
import { Pagination } from '../../_ui/pagination';
import { Panel, PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';
import { signedInPage } from '../_parts/signed-in-page';
import { StateChip } from './_parts/state-chip';
import './weeks.css';

export const metadata: Metadata = { title: 'Weekly' };

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

/** A quarter. */
const pageLength = 13;
const columns = [
  { label: 'Week' },
  { label: 'Review' },
  { label: <DefinitionLink metric="adoption">Adoption at its close</DefinitionLink>, number: true },
  { label: 'Change', number: true },
  { label: 'Snapshots', number: true },
];

export default signedInPage(WeeksPage);

async function WeeksPage({ searchParams }: Props) {
  const ctx = await enter();
  const { cursor } = await searchParams;
  const { weeks, waiting, next } = valueOrRefuse(await listWeeks(ctx, { limit: pageLength, cursor }));
  const mayWrite = actorMay(ctx.actor, 'review:write');
  const today = ctx.today();
  return (
    <>
      <PageHead title="Weekly" sub="Monday to Sunday; a week’s numbers are those of its last snapshot">
        <ButtonLink icon="flag" href={annotationsPath()}>
          Annotations
        </ButtonLink>
        {weeks.length > 0 && <Download groups={[{ title: 'All weeks', files: exportLinks('weeks') }]} />}
      </PageHead>
      <Panel id="weeks" className="cards" title="Weeks" sub="newest first">
        <PanelBody>
          {weeks.length === 0 ? (
            <Empty title="No week yet.">
              <p>The first one appears here with the first snapshot, and is due for its review the Monday after.</p>
              <ButtonLink href={overviewPath()}>See what comes first</ButtonLink>
            </Empty>
          ) : (
            <Table caption="Weeks, newest first" columns={columns}>
              {weeks.map((row) => (
                <WeekRow
                  key={row.week}
                  line={weekLine(row)}
                  trend={aroundWeek('adoption', row.week, today)}
                  chip={
                    <StateChip
                      state={row.review}
                      revisions={row.revisions}
                      waits={waiting.includes(row.week)}
                      mayWrite={mayWrite}
                    />
                  }
                />
              ))}
            </Table>
          )}
          <Pagination label="Weeks" newest={cursor ? weeksPath() : null} older={next && weeksPath({ cursor: next })} />
        </PanelBody>
      </Panel>
    </>
  );
}

type RowProps = { line: ReturnType<typeof weekLine>; trend: string; chip: ReactNode };

function WeekRow({ line, trend, chip }: RowProps) {
  return (
    <Row>
      <RowHead>
        <a className="strong" href={weekPath(line.week)}>
          {line.title}
        </a>
        <span className="more-text">{line.span}</span>
      </RowHead>
      <Cell className="at-end">{chip}</Cell>
      <Cell className="num">
        <FigureLink metric="adoption" href={trend}>
          {line.adoption === '—' ? <Unknown /> : <span className="strong">{line.adoption}</span>}
        </FigureLink>
        <span className="more-text">{line.base}</span>
      </Cell>
      <Cell className="num at-end">
        <FigureLink metric="adoption" href={trend} again>
          {line.change ? <Delta {...line.change} /> : <Unknown />}
        </FigureLink>
      </Cell>
      <Cell className="num">
        <span className={line.gaps > 0 ? 'missed' : 'muted'}>{line.days}</span>
      </Cell>
    </Row>
  );
}
