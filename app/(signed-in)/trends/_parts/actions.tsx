import type { Period } from '@/lib/domain/period';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { exportHref, type TrendsState, trendsHref } from '@/lib/views/trends/address';
import { listWords } from '@/lib/views/trends/spoken-title';
import { Icon } from '../../../_ui/icon';
import { Menu } from '../../../_ui/menu';
import { CopyLink } from './copy-link';
import { PictureButton } from './picture-button';

type Props = { state: TrendsState; spec: ChartSpec; period: Period; words: string; organisation: string };

/** What one can do with what is shown: hand it on, take it along. */
export function Actions({ state, spec, period, words, organisation }: Props) {
  const names = listWords(spec.lines.map(({ name }) => name));
  const pinned = trendsHref(state, { period: 'dates', from: period.from, to: period.to });
  return (
    <>
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
            title={names}
            sub={`${organisation}, ${words}`}
            fileName={`trend-${spec.lines.map(({ id }) => id).join('-')}-${period.from}-to-${period.to}.png`}
          />
          <a href={exportHref(state, 'csv')} download>
            Numbers (CSV)
          </a>
          <a href={exportHref(state, 'xlsx')} download>
            Spreadsheet (XLSX)
          </a>
        </div>
      </Menu>
    </>
  );
}
