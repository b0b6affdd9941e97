import type { Metadata } from 'next';
import { answersOf } from '@/lib/domain/review';
import { daysOfWeek, isWeek, type Week } from '@/lib/domain/week';
import { viewWeek, type WeekView } from '@/lib/services/weeks/view-week';
import { exportLinks } from '@/lib/views/exports/export-links';
import { annotationsPath, weekPath, weeksPath } from '@/lib/views/paths';
import { draftWords, savedWords } from '@/lib/views/weeks/review-words';
import { capital, type Here } from '@/lib/views/words/numbers';
import { weekSpan, weekWords } from '@/lib/views/words/weeks';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ButtonLink } from '../../../_ui/button';
import { Download } from '../../../_ui/download';
import { StaticHtml } from '../../../_ui/static-html';
import { PrintButton } from '../../_parts/print-button';
import { FrozenPanel } from '../_parts/frozen-panel';
import { ReviewForm } from '../_parts/review-form';
import { Revisions } from '../_parts/revisions';
import { sheetHtml } from '../_parts/sheet';
import { StateChip } from '../_parts/state-chip';
import { WeekHead } from '../_parts/week-head';
import { weekPage } from '../_parts/week-page';
import { writeReviewForm } from '../actions';
import '../weeks.css';

type Props = { params: Promise<{ week: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { week } = await params;
  return { title: isWeek(week) ? `${capital(weekWords(week))}, ${weekSpan(week)}` : 'Week' };
}

export default weekPage(WeekPage);

async function WeekPage({ params }: Props) {
  const ctx = await enter();
  const view = valueOrRefuse(await viewWeek(ctx, await params));
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const { week, sheet, frozen, mayWrite } = view;
  const html = await sheetHtml(ctx, { sheet, week, today: ctx.today(), hash: frozen?.revision.hash ?? null });
  return (
    <>
      <WeekHead
        title={sheet.title}
        span={sheet.span}
        taken={`${sheet.organisation} · ${sheet.taken}`}
        before={stepTo(view.before, week)}
        after={stepTo(view.after, week)}
        chip={<StateChip state={view.state} revisions={view.revisions.length} waits={view.waits} mayWrite={mayWrite} />}
      >
        <PrintButton />
        <ButtonLink icon="flag" href={annotationsPath()}>
          Annotations
        </ButtonLink>
        <Download
          groups={[
            { title: 'The week', files: exportLinks('weeks', daysOfWeek(week)) },
            { title: 'Its snapshots', files: exportLinks('snapshots', daysOfWeek(week)) },
          ]}
        />
        <ButtonLink href={weeksPath()}>All weeks</ButtonLink>
      </WeekHead>
      <div className="week">
        <StaticHtml className="contents" html={html} />
        <Review view={view} here={here} writer={ctx.actor.kind === 'person' ? ctx.actor.id : ''} />
      </div>
    </>
  );
}

const stepTo = (week: Week | null, beside: Week) =>
  week === null ? null : { href: weekPath(week), label: capital(weekWords(week, beside)) };

function Review({ view, here, writer }: { view: WeekView; here: Here; writer: string }) {
  const { week, frozen, draft, revisions, mayWrite, state } = view;
  if (frozen) return <FrozenPanel view={view} frozen={frozen} timeZone={here.timeZone} />;
  if (!mayWrite) return <NotYet />;
  return (
    <div className="stack">
      <ReviewForm
        // A form for a review that was reopened, or of another week, begins anew.
        key={`${week} ${revisions.length}`}
        week={week}
        writer={writer}
        kept={{
          version: draft?.version ?? 0,
          text: answersOf(draft ?? { happened: '', why: '', next: '' }),
          words: draft && savedWords(draft, here),
        }}
        foot={draftWords(draft, here.timeZone)}
        completes={state === 'none' ? null : { revision: revisions.length + 1 }}
        write={writeReviewForm}
      />
      <Revisions revisions={revisions} week={week} timeZone={here.timeZone} />
    </div>
  );
}

/** Whoever does not write reviews reads them when they are completed. */
const NotYet = () => (
  <section className="panel write" aria-labelledby="h-review">
    <header>
      <h2 id="h-review">Review</h2>
    </header>
    <p className="body text muted">Not completed yet. The review appears here as soon as a manager has completed it.</p>
  </section>
);
