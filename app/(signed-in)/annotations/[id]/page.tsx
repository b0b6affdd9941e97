import type { Metadata } from 'next';
import { longestTitle } from '@/lib/api/annotation';
import { actorMay } from '@/lib/domain/roles';
import { type AnnotationView, viewAnnotation } from '@/lib/services/annotations/view-annotation';
import { annotationsPath } from '@/lib/views/paths';
import {
  annotationKindWords,
  readOutCaution,
  readOutWords,
  type SideWords,
  writtenWords,
} from '@/lib/views/words/annotations';
import { longSpan } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ActionButton } from '../../../_ui/action-button';
import { ButtonLink } from '../../../_ui/button';
import { Confirm } from '../../../_ui/confirm';
import { Note } from '../../../_ui/note';
import { PageHead } from '../../../_ui/page-head';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../_ui/table';
import { signedInPage } from '../../_parts/signed-in-page';
import { AnnotationForm } from '../_parts/annotation-form';
import { changeAnnotationForm, removeAnnotationForm } from '../actions';
import '../annotations.css';

export const metadata: Metadata = { title: 'Annotation' };

type Props = { params: Promise<{ id: string }> };

export default signedInPage(AnnotationPage);

/** One annotation with the weeks before and after it; whoever writes them changes or deletes it here. */
async function AnnotationPage({ params }: Props) {
  const ctx = await enter();
  const { annotation, readOut } = valueOrRefuse(await viewAnnotation(ctx, await params));
  const { id, title, kind, from, to } = annotation;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  return (
    <>
      <PageHead title={title} sub={`${annotationKindWords[kind]}, ${longSpan(from, to)}`}>
        <ButtonLink href={annotationsPath()}>All annotations</ButtonLink>
      </PageHead>
      <div className="stack">
        <BeforeAndAfter readOut={readOut} />
        {actorMay(ctx.actor, 'annotation:write') && (
          <Panel id="change" title="Change it">
            <AnnotationForm
              key={`${from} ${to}`}
              saved={{ id, title, kind, from, to: from === to ? '' : to }}
              submit="Save"
              longestTitle={longestTitle}
              send={changeAnnotationForm}
            />
            <div className="body">
              <Confirm
                label="Delete"
                kind="danger"
                question={`Delete “${title}”? It leaves charts and weeks. Completed reviews keep it as they showed it, and the audit log keeps what it said.`}
              >
                <ActionButton action={removeAnnotationForm} fields={{ id }} kind="danger" busy="Deleting">
                  Delete for good
                </ActionButton>
              </Confirm>
            </div>
          </Panel>
        )}
        <p className="small muted">{writtenWords(annotation, here)}</p>
      </div>
    </>
  );
}

function BeforeAndAfter({ readOut }: Pick<AnnotationView, 'readOut'>) {
  const rows = readOut.map((one) => ({ id: one.metric, ...readOutWords(one.metric, one) }));
  const [first] = rows;
  const columns = [
    { label: 'Net change a week' },
    { label: <Head side="Before" span={first?.before.span} />, number: true },
    { label: <Head side="After" span={first?.after.span} />, number: true },
  ];
  return (
    <Panel id="before-after" title="Before and after" sub="equal spans, at most four weeks">
      <PanelBody className="stack tight readout">
        {rows.length === 0 ? (
          <p className="text muted">
            Not known yet: it needs snapshots of at least a week on both sides, near the days where the spans begin and
            end.
          </p>
        ) : (
          <Table caption="Net change a week before and after" columns={columns}>
            {rows.map(({ id, metric, before, after }) => (
              <Row key={id}>
                <RowHead>{metric}</RowHead>
                <Side side={before} known={first?.before.span} />
                <Side side={after} known={first?.after.span} />
              </Row>
            ))}
          </Table>
        )}
        <Note icon="info">
          <p>{readOutCaution}</p>
        </Note>
      </PanelBody>
    </Panel>
  );
}

const Head = ({ side, span }: { side: string; span: string | undefined }) => (
  <>
    {side}
    <span className="more-text">{span}</span>
  </>
);

/** A metric whose snapshots lie on other days than the first one's says so. */
const Side = ({ side: { perWeek, span }, known }: { side: SideWords; known: string | undefined }) => (
  <Cell className="num">
    {perWeek}
    {span !== known && <span className="more-text">{span}</span>}
  </Cell>
);
