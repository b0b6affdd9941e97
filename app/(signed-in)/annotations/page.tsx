import type { Metadata } from 'next';
import { longestTitle } from '@/lib/api/annotation';
import type { Annotation } from '@/lib/domain/annotation';
import { isDay } from '@/lib/domain/day';
import { actorMay } from '@/lib/domain/roles';
import { listAnnotations } from '@/lib/services/annotations/list-annotations';
import { annotationPath, annotationsPath, weeksPath } from '@/lib/views/paths';
import { annotationKindWords } from '@/lib/views/words/annotations';
import { longSpan } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { ButtonLink } from '../../_ui/button';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';
import { Pagination } from '../../_ui/pagination';
import { Panel, PanelBody } from '../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../_ui/table';
import { signedInPage } from '../_parts/signed-in-page';
import { AnnotationForm } from './_parts/annotation-form';
import { addAnnotationForm } from './actions';

export const metadata: Metadata = { title: 'Annotations' };

type Props = {
  searchParams: Promise<{ cursor?: string | string[]; from?: string | string[]; to?: string | string[] }>;
};

const columns = [{ label: 'What happened' }, { label: 'When' }, { label: 'Kind' }, { label: 'Written by' }];

export default signedInPage(AnnotationsPage);

async function AnnotationsPage({ searchParams }: Props) {
  const ctx = await enter();
  const { cursor, from, to } = await searchParams;
  const { annotations, next } = valueOrRefuse(await listAnnotations(ctx, { limit: 50, cursor }));
  const mayWrite = actorMay(ctx.actor, 'annotation:write');
  const today = ctx.today();
  return (
    <>
      <PageHead title="Annotations" sub="What happened, beside the numbers: flags on the charts, lines in the weeks">
        <ButtonLink href={weeksPath()}>Weekly</ButtonLink>
      </PageHead>
      <div className="stack">
        {mayWrite && (
          <Panel id="add" title="Add an annotation">
            <AnnotationForm
              saved={{ title: '', kind: 'campaign', from: dayOr(from, today), to: dayOr(to, '') }}
              submit="Add"
              longestTitle={longestTitle}
              send={addAnnotationForm}
            />
          </Panel>
        )}
        <Panel id="annotations" className="cards" title="Annotations" sub="newest first">
          <PanelBody>
            {annotations.length === 0 ? (
              <Empty title="None yet.">
                <p>
                  A campaign, a reminder, a training, a change of licences: whatever may later explain a bend in a line.
                  {!mayWrite && ' Managers and admins write them.'}
                </p>
              </Empty>
            ) : (
              <Table caption="Annotations, newest first" columns={columns}>
                {annotations.map((annotation) => (
                  <AnnotationRow key={annotation.id} annotation={annotation} />
                ))}
              </Table>
            )}
            <Pagination
              label="Annotations"
              newest={cursor ? annotationsPath() : null}
              older={next && annotationsPath({ cursor: next })}
            />
          </PanelBody>
        </Panel>
      </div>
    </>
  );
}

/** A day that a link fills in; anything else is no reason to refuse the page. */
const dayOr = (given: string | string[] | undefined, other: string): string =>
  typeof given === 'string' && isDay(given) ? given : other;

const AnnotationRow = ({ annotation: { id, title, kind, from, to, createdByName } }: { annotation: Annotation }) => (
  <Row>
    <RowHead className="wide-cell">
      <a className="kept" href={annotationPath(id)}>
        {title}
      </a>
    </RowHead>
    <Cell className="inline">{longSpan(from, to)}</Cell>
    <Cell className="inline at-end">{annotationKindWords[kind]}</Cell>
    <Cell className="muted inline wide-cell">{createdByName}</Cell>
  </Row>
);
