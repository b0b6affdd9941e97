import { forecastMethod } from '@/lib/views/methodology/forecast-method';
import { lineRule, needRule, targetRules, targetStateWords } from '@/lib/views/words/target-rules';
import { Panel, PanelBody } from '../../../_ui/panel';
import '../../_parts/facts-list.css';

/** How targets are judged, in the order of judging. */
export function Rules() {
  return (
    <Panel id="rules" title="How targets are judged" sub="the first rule that fits decides">
      <PanelBody>
        <dl className="facts-list">
          {targetRules.map(({ state, rule }) => (
            <div key={state}>
              <dt>{targetStateWords[state]}</dt>
              <dd>{rule}</dd>
            </div>
          ))}
          <div>
            <dt>Without a range</dt>
            <dd>{lineRule}</dd>
          </div>
          <div>
            <dt>What it needs</dt>
            <dd>{needRule}</dd>
          </div>
          <div>
            <dt>Forecast</dt>
            <dd>{forecastMethod}</dd>
          </div>
        </dl>
      </PanelBody>
    </Panel>
  );
}
