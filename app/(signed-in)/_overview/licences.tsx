import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords } from '@/lib/views/words/numbers';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { Panel, PanelBody } from '../../_ui/panel';

export function Licences({ licences: { total, free, change } }: { licences: Numbers['licences'] }) {
  return (
    <Panel id="licences" title={<DefinitionLink metric="unassigned_license">Licences free</DefinitionLink>}>
      <PanelBody>
        <p>
          <FigureLink metric="unassigned_license">
            <span className="figure-24">{countWords(free)}</span>
          </FigureLink>{' '}
          <span className="muted">
            of <FigureLink metric="total_license">{countWords(total)}</FigureLink>
          </span>
        </p>
        {change !== null && (
          <p className="small muted">
            <FigureLink metric="unassigned_license" again>
              {changeWords(change)}
            </FigureLink>
          </p>
        )}
      </PanelBody>
    </Panel>
  );
}

const changeWords = (change: number): string =>
  change === 0
    ? 'As many as a week ago.'
    : `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than a week ago.`;
