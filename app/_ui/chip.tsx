import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { classes, type Tone, toneIcon } from './tone';

/** A status in one or two words, never by colour alone. */
export function Chip({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes('chip', tone)}>
      <Icon name={icon ?? toneIcon[tone]} />
      {children}
    </span>
  );
}
