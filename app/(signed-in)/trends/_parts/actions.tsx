import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { SavedView } from '@/lib/domain/saved-view';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { exportLinks, linksFor } from '@/lib/views/exports/export-links';
import { annotatePath } from '@/lib/views/paths';
import { exportHref, queryOf, type TrendsState, trendsHref } from '@/lib/views/trends/address';
import { ButtonLink } from '../../../_ui/button';
import { Download } from '../../../_ui/download';
import { CopyLink } from '../../_parts/copy-link';
import { ExportButtons } from './export-buttons';
import { ViewsMenu } from './views-menu';

type Props = {
  state: TrendsState;
  views: readonly SavedView[];
  lines: ChartSpec['lines'];
  span: Period;
  today: Day;
  wordsText: string;
  mayAnnotate: boolean;
};

/** What one can do with what is shown: write beside it, hand it on, take it along. */
export function Actions({ state, views, lines, span, today, wordsText, mayAnnotate }: Props) {
  const pinned = trendsHref(state, { period: 'dates', from: span.from, to: span.to });
  return (
    <>
      <ViewsMenu views={views} shown={queryOf(state)} />
      {mayAnnotate && (
        <ButtonLink icon="flag" href={annotatePath(state.period === 'dates' ? span : { from: today, to: today })}>
          Annotate
        </ButtonLink>
      )}
      <CopyLink path={pinned} />
      <Download
        groups={[
          {
            title: 'What is shown',
            files: linksFor((format) => exportHref(state, format)),
            children: (
              <ExportButtons
                wordsText={wordsText}
                fileName={`trend-${lines.map(({ id }) => id).join('-')}-${span.from}-to-${span.to}`}
              />
            ),
          },
          { title: 'All snapshots, every metric', files: exportLinks('snapshots') },
        ]}
      />
    </>
  );
}
