import type { Numbers } from '@/lib/views/overview/numbers';
import { againstWords } from '@/lib/views/overview/overview-words';
import { countWords } from '@/lib/views/words/numbers';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { Panel, PanelBody } from '../../_ui/panel';

export function Licences({ numbers }: { numbers: Numbers }) {
  const { total, free, change } = numbers.licences;
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
              {changeWords(change, againstWords(numbers).licences)}
            </FigureLink>
          </p>
        )}
      </PanelBody>
    </Panel>
  );
}

const changeWords = (change: number, then: string): string =>
  change === 0
    ? `As many as ${then}.`
    : `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than ${then}.`;
