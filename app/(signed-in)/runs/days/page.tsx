import type { Metadata } from 'next';
import { viewCapturedDays, type YearSum } from '@/lib/services/capture/view-captured-days';
import { capturedDaysPath, runsPath } from '@/lib/views/paths';
import { countWords, monthWords, plural } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ButtonLink } from '../../../_ui/button';
import { PageHead } from '../../../_ui/page-head';
import { Panel } from '../../../_ui/panel';
import { StaticHtml, staticHtml } from '../../../_ui/static-html';
import { signedInPage } from '../../_parts/signed-in-page';
import { Keys, MonthCalendar, PastCalendar } from '../_parts/calendar';
import { GapList } from '../_parts/gap-list';
import '../runs.css';

export const metadata: Metadata = { title: 'Captured days' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

export default signedInPage(CapturedDaysPage);

/** A year of captured days, and everything that is missing in it. */
async function CapturedDaysPage({ searchParams }: Props) {
  const { year } = await searchParams;
  const view = valueOrRefuse(await viewCapturedDays(await enter(), { year }));
  const { shown, months, gaps, today } = view;
  const begun = months.filter(({ weeks }) => weeks.flat().some((cell) => cell !== null));
  return (
    <>
      <PageHead title={`Captured days of ${shown.year}`} sub={sumWords(shown)}>
        <ButtonLink href={runsPath()}>Runs</ButtonLink>
      </PageHead>
      <div className="stack">
        <Years years={view.years} shown={shown.year} />
        <Panel id="days" title="Calendar" sub="a day leads to its runs, an imported one to its numbers">
          <StaticHtml
            className="body"
            html={staticHtml(
              <>
                <PastCalendar to="gaps" />
                <div className="year">
                  {begun.map(({ month, weeks }) => (
                    <section key={month} aria-labelledby={`month-${month}`}>
                      <h3 id={`month-${month}`}>{monthWords(month)}</h3>
                      <MonthCalendar weeks={weeks} today={today} />
                    </section>
                  ))}
                </div>
                <Keys weeks={months.flatMap(({ weeks }) => weeks)} />
              </>,
            )}
          />
        </Panel>
        <Panel id="gaps" title={`Gaps of ${shown.year}`} sub="days that cannot be fetched again">
          <GapList gaps={gaps} here={view.here} none="No day is missing in this year." />
        </Panel>
      </div>
    </>
  );
}

const sumWords = ({ captured, missing }: YearSum): string =>
  `${plural(captured, 'day')} captured, ${missing === 0 ? 'none missing' : `${countWords(missing)} missing`}`;

/** Every year there is, with what is missing in it. */
const Years = ({ years, shown }: { years: readonly YearSum[]; shown: number }) => (
  <nav className="years" aria-label="Years">
    {years.map((sum) => (
      <a
        key={sum.year}
        className={sum.year === shown ? 'btn primary' : 'btn'}
        href={capturedDaysPath(sum.year)}
        aria-current={sum.year === shown ? 'page' : undefined}
      >
        {sum.year}: {sum.missing === 0 ? 'none missing' : `${countWords(sum.missing)} missing`}
      </a>
    ))}
  </nav>
);
