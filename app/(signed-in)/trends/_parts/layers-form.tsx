'use client';

import Form from 'next/form';
import { trendsPath } from '@/lib/views/paths';
import { hiddenFields, type Layer, type TrendsState } from '@/lib/views/trends/address';
import { Button } from '../../../_ui/button';
import { Check } from '../../../_ui/field';
import { Hidden } from './hidden';

type Props = { state: TrendsState; may: { daily: boolean; previous: boolean; target: boolean } };

/** What is drawn around the lines; a change shows at once, and by button without a script. */
export function LayersForm({ state, may }: Props) {
  const choices: { layer: Layer; label: string; off: boolean }[] = [
    { layer: 'previous', label: 'Previous period', off: !may.previous },
    { layer: 'target', label: 'Target', off: !may.target },
    { layer: 'forecast', label: 'Forecast', off: !may.target },
    { layer: 'annotations', label: 'Annotations', off: false },
  ];
  return (
    <Form
      className="row checks"
      action={trendsPath()}
      scroll={false}
      key={state.layers.join()}
      onChange={(event) => event.currentTarget.requestSubmit()}
    >
      <Hidden fields={hiddenFields(state, ['show'])} />
      {/* A box that is off sends nothing, and would be unticked for the next metric. */}
      <Hidden
        fields={choices.flatMap(({ layer, off }) => (off && state.layers.includes(layer) ? [['show', layer]] : []))}
      />
      {choices.map(({ layer, label, off }) => (
        <Check
          key={layer}
          name="show"
          value={layer}
          label={label}
          defaultChecked={state.layers.includes(layer) && !off}
          disabled={off}
        />
      ))}
      <noscript>
        <Button type="submit">Apply</Button>
      </noscript>
      <p className="small faint push">{hintOf(may)}</p>
    </Form>
  );
}

function hintOf({ daily, previous, target }: Props['may']): string {
  const missing = [
    daily ? '' : 'Daily up to 400 days.',
    previous ? '' : 'No snapshot in the previous period.',
    target ? '' : 'No target set for this.',
  ];
  return missing.filter((words) => words !== '').join(' ');
}
