import { addDays } from '@/lib/domain/day';
import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords, weekdayDay } from '@/lib/views/words/numbers';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { Panel, PanelBody } from '../../_ui/panel';

export function Licences({ numbers: { licences, day, against } }: { numbers: Numbers }) {
  const { total, free, change } = licences;
  const then = against === null || against === addDays(day, -7) ? 'a week ago' : `on ${weekdayDay(against, day)}`;
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
              {changeWords(change, then)}
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
