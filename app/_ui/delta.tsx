import { classNames } from './class-names';
import { Icon } from './icon';

/** `good` and `poor` weigh the direction; `plain` has one but no verdict; `same` moved less than is shown. */
export type DeltaLook = { readonly direction: 'up' | 'down' | 'same'; readonly verdict: 'good' | 'poor' | 'plain' };

const icons = { up: 'up', down: 'down', same: 'dash' } as const satisfies Record<DeltaLook['direction'], string>;

const look = ({ direction, verdict }: DeltaLook): string => classNames('delta', direction !== 'same' && verdict);

/** A signed change in words, with its arrow. */
export function Delta({ text, ...delta }: DeltaLook & { text: string }) {
  return (
    <span className={look(delta)}>
      <Icon name={icons[delta.direction]} />
      {text}
    </span>
  );
}

/** What is not known: a dash that says why, to the ear and under the mouse. */
export function Unknown({ why = 'unknown' }: { why?: string }) {
  return (
    <span className="faint" title={why}>
      <span aria-hidden="true">—</span>
      <span className="sr">{why}</span>
    </span>
  );
}
