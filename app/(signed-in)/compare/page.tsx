import type { Metadata } from 'next';
import { compareGroups } from '@/lib/views/compare/compare-groups';
import { standInWords } from '@/lib/views/compare/compare-words';
import { takenWords } from '@/lib/views/compare/taken-words';
import { exportLinks } from '@/lib/views/exports/export-links';
import { comparePath, trendsPath } from '@/lib/views/paths';
import { longSpan } from '@/lib/views/words/numbers';
import { setStatus } from '@/server/response-status';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { Download } from '../../_ui/download';
import { Note } from '../../_ui/note';
import { PageHead } from '../../_ui/page-head';
import { Panel, PanelBody } from '../../_ui/panel';
import { CopyLink } from '../_parts/copy-link';
import { PrintButton } from '../_parts/print-button';
import { signedInPage } from '../_parts/signed-in-page';
import { askComparison } from './_parts/ask-comparison';
import { Between } from './_parts/between';
import { ComparedTable } from './_parts/compared-table';
import { DaysForm } from './_parts/days-form';
import { NoSuchComparison } from './_parts/no-such-comparison';
import { NothingToCompare } from './_parts/nothing-to-compare';
import '../_parts/choices.css';
import './compare.css';

export const metadata: Metadata = { title: 'Compare' };

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default signedInPage(ComparePage);

async function ComparePage({ searchParams }: Props) {
  const ctx = await enter();
  const params = await searchParams;
  const { days: named, chosen, result } = await askComparison(params);
  if (!result.ok && result.failure.kind === 'invalid-input') {
    if (chosen) {
      setStatus(404);
      return <NoSuchComparison params={params} days={named} problems={result.failure.errors} />;
    }
    return (
      <>
        <PageHead title="Compare" />
        <NothingToCompare errors={result.failure.errors} />
      </>
    );
  }
  const { before, after, metrics, annotations } = valueOrRefuse(result);
  const standIns = [before, after].flatMap(
    ({ asked, snapshot }) => standInWords(asked, snapshot.day, ctx.today()) ?? [],
  );
  const days = { from: before.asked, to: after.asked };
  const [from, to] = [before.snapshot.day, after.snapshot.day];
  return (
    <>
      <PageHead title="Compare" sub={longSpan(days.from, days.to)}>
        <CopyLink path={comparePath(days)} />
        <Download groups={[{ title: 'What is shown', files: exportLinks('compare', days) }]} />
        <PrintButton />
      </PageHead>
      <p className="print-only small muted">
        {ctx.organisation.name}. {takenWords([before.snapshot, after.snapshot], ctx.organisation.timeZone)}
      </p>
      <div className="stack">
        <section className="panel" aria-label="Two days side by side">
          <DaysForm days={days} today={ctx.today()} />
          {(standIns.length > 0 || from === to) && (
            <div className="body stack tight">
              {standIns.map((words) => (
                <Note key={words} tone="warn" icon="gap">
                  <p>{words}.</p>
                </Note>
              ))}
              {from === to && (
                <Note>
                  <p>Both sides are the same snapshot: nothing can have changed.</p>
                </Note>
              )}
            </div>
          )}
          {compareGroups(metrics).map((group) => (
            <ComparedTable key={group.title} group={group} days={{ from, to }} today={ctx.today()} />
          ))}
        </section>
        <div className="two">
          <Between annotations={annotations} days={{ from, to }} sides={[before, after]} today={ctx.today()} />
          <Panel id="split" title="How a rate’s change is split">
            <PanelBody className="text muted stack tight">
              <p>
                A rate moves when people move, and when its base does. Both are taken as if the other stood halfway
                between the two days, so the parts do not depend on which is counted first, and always add up to the
                change. Where the base changed by more than a quarter, the parts would be larger than what they explain:
                there the line says what became of who was added.
              </p>
              <p>
                The total and the base’s part are rounded to a tenth of a point, the people’s part is the rest. Rates
                are rounded by themselves; where tenths would hide a move or invent one, the line shows more digits. A
                change has a colour when people made the greater part of it.{' '}
                <a href={trendsPath({ period: 'dates', ...days })}>See the days between</a>
              </p>
            </PanelBody>
          </Panel>
        </div>
      </div>
    </>
  );
}
