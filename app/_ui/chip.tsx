import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import { type Tone, toneIcon } from './status-tone';

/** A status in one or two words, never by colour alone. */
export function Chip({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classNames('chip', tone)}>
      <Icon name={icon ?? toneIcon[tone]} />
      {children}
    </span>
  );
}
