import { forecastMethod } from '@/lib/views/words/forecasts';
import { targetRules, targetStateWords } from '@/lib/views/words/targets';
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
            <dt>What it needs</dt>
            <dd>
              The people still missing at today’s base, spread over the weeks to the due day, rounded up to a tenth. A
              base that grows asks for more, which the forecast takes into account.
            </dd>
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
