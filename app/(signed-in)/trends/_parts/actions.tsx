import type { Period } from '@/lib/domain/period';
import { annotateHref } from '@/lib/views/annotate-href';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { exportHref, type TrendsState, trendsHref } from '@/lib/views/trends/address';
import { listWords } from '@/lib/views/trends/spoken-title';
import { ButtonLink } from '../../../_ui/button';
import { Icon } from '../../../_ui/icon';
import { Menu } from '../../../_ui/menu';
import { CopyLink } from './copy-link';
import { PictureButton } from './picture-button';

type Props = {
  state: TrendsState;
  lines: ChartSpec['lines'];
  span: Period;
  today: string;
  /** What a picture says below its title. */
  words: string;
  mayAnnotate: boolean;
};

/** What one can do with what is shown: write beside it, hand it on, take it along. */
export function Actions({ state, lines, span, today, words, mayAnnotate }: Props) {
  const pinned = trendsHref(state, { period: 'dates', from: span.from, to: span.to });
  return (
    <>
      {mayAnnotate && (
        <ButtonLink icon="flag" href={annotateHref(state.period === 'dates' ? span : { from: today, to: today })}>
          Annotate
        </ButtonLink>
      )}
      <CopyLink path={pinned} />
      <Menu
        className="menu"
        summaryClass="btn"
        summary={
          <>
            <Icon name="download" />
            Download
          </>
        }
      >
        <div className="menu-body">
          <PictureButton
            title={listWords(lines.map(({ name }) => name))}
            sub={words}
            fileName={`trend-${lines.map(({ id }) => id).join('-')}-${span.from}-to-${span.to}.png`}
          />
          <a href={exportHref(state, 'csv')} download>
            Numbers (CSV)
          </a>
          <a href={exportHref(state, 'xlsx')} download>
            Spreadsheet (XLSX)
          </a>
          <a href={exportHref(state, 'json')} download>
            For programs (JSON)
          </a>
        </div>
      </Menu>
    </>
  );
}
