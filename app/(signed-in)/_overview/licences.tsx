import { addDays } from '@/lib/domain/day';
import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords, weekdayDay } from '@/lib/views/words/numbers';
import { Panel, PanelBody } from '../../_ui/panel';

export function Licences({ numbers: { licences, day, against } }: { numbers: Numbers }) {
  const { total, free, change } = licences;
  const then = against === null || against === addDays(day, -7) ? 'a week ago' : `on ${weekdayDay(against, day)}`;
  return (
    <Panel id="licences" title="Licences free">
      <PanelBody>
        <p>
          <span className="figure-24">{countWords(free)}</span> <span className="muted">of {countWords(total)}</span>
        </p>
        {change !== null && <p className="small muted">{changeWords(change, then)}</p>}
      </PanelBody>
    </Panel>
  );
}

const changeWords = (change: number, then: string): string =>
  change === 0
    ? `As many as ${then}.`
    : `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than ${then}.`;
