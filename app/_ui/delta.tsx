import { Icon, type IconName } from './icon';
import { classes } from './tone';

/** `good` and `poor` weigh the direction; `plain` has one but no verdict; `same` moved less than is shown. */
export type DeltaLook = { readonly direction: 'up' | 'down' | 'same'; readonly verdict: 'good' | 'poor' | 'plain' };

const icons: Record<DeltaLook['direction'], IconName> = { up: 'up', down: 'down', same: 'dash' };

/** A signed change in words, with its arrow. */
export function Delta({ direction, verdict, text }: DeltaLook & { text: string }) {
  return (
    <span className={classes('delta', direction !== 'same' && verdict)}>
      <Icon name={icons[direction]} />
      {text}
    </span>
  );
}

/** What is not known: a dash that is read out. */
export function Unknown({ why = 'unknown' }: { why?: string }) {
  return (
    <span className="faint">
      <span aria-hidden="true">—</span>
      <span className="sr">{why}</span>
    </span>
  );
}
