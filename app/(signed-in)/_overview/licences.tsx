import type { Numbers } from '@/lib/views/overview/numbers';
import { countWords } from '@/lib/views/words/numbers';
import { Panel, PanelBody } from '../../_ui/panel';

export function Licences({ licences: { total, free, change } }: { licences: Numbers['licences'] }) {
  return (
    <Panel id="licences" title="Licences free">
      <PanelBody>
        <p>
          <span className="figure-24">{countWords(free)}</span> <span className="muted">of {countWords(total)}</span>
        </p>
        {change !== null && <p className="small muted">{changeWords(change)}</p>}
      </PanelBody>
    </Panel>
  );
}

const changeWords = (change: number): string =>
  change === 0
    ? 'As many as a week ago.'
    : `${countWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than a week ago.`;
