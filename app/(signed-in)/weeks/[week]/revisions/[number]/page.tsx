import type { Metadata } from 'next';
import { viewRevision } from '@/lib/services/weeks/view-revision';
import { revisionPath, weekPath } from '@/lib/views/paths';
import { readReviewDocument } from '@/lib/views/weeks/review-document';
import { signedWords } from '@/lib/views/weeks/review-words';
import { valueOrRefuse } from '../../../../../_doors/answer/value-or-refuse';
import { enter } from '../../../../../_doors/enter/enter';
import { ButtonLink } from '../../../../../_ui/button';
import { Chip } from '../../../../../_ui/chip';
import { Note } from '../../../../../_ui/note';
import { PanelBody } from '../../../../../_ui/panel';
import { PrintButton } from '../../../../_parts/print-button';
import { Differences } from '../../../_parts/differences';
import { Sheet } from '../../../_parts/sheet';
import { WeekHead } from '../../../_parts/week-head';
import { weekPage } from '../../../_parts/week-page';
import { WrittenAnswers } from '../../../_parts/written-answers';
import '../../../weeks.css';

export const metadata: Metadata = { title: 'Revision' };

type Props = { params: Promise<{ week: string; number: string }> };

export default weekPage(RevisionPage);

/** A completed revision as it was, and what it changed against the one before. */
async function RevisionPage({ params }: Props) {
  const ctx = await enter();
  const { revision, differences, newest } = valueOrRefuse(await viewRevision(ctx, await params));
  const { sheet, answers } = readReviewDocument(revision.document);
  const signed = signedWords(revision, ctx.organisation.timeZone);
  return (
    <>
      <WeekHead
        title={`${sheet.title}, revision ${revision.number}`}
        span={sheet.span}
        taken={`${sheet.organisation} · ${sheet.taken}`}
        chip={<Chip tone="ok">Completed</Chip>}
      >
        <PrintButton />
        <ButtonLink href={weekPath(revision.week)}>The week</ButtonLink>
      </WeekHead>
      <div className="week">
        <Sheet sheet={sheet} week={revision.week} today={ctx.today()} />
        <div className="stack">
          {newest > revision.number && (
            <div className="no-print">
              <Note tone="plain" icon="info">
                <p>
                  <b>A newer one holds.</b> This one stays as it was completed.{' '}
                  <a href={revisionPath(revision.week, newest)}>Revision {newest}</a>
                </p>
              </Note>
            </div>
          )}
          <section className="panel write" aria-labelledby="h-review">
            <header className="no-print">
              <h2 id="h-review">Review</h2>
              <p className="sub right">
                Revision {revision.number} of {newest}
              </p>
            </header>
            <PanelBody>
              <WrittenAnswers
                answers={answers}
                foot={`Completed by ${signed}. Revision ${revision.number}, SHA-256 ${revision.hash}`}
              />
            </PanelBody>
          </section>
          {differences && <Differences differences={differences} number={revision.number} />}
        </div>
      </div>
    </>
  );
}
