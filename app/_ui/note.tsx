import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import { type Tone, toneIcon } from './status-tone';

type Props = {
  tone?: Tone;
  icon?: IconName | undefined;
  /** In a tinted box: for what a page says about itself, not for one line of a list. */
  box?: boolean;
  /** `alert` and `status` are read out when the note comes up. */
  role?: 'alert' | 'status';
  children: ReactNode;
};

/** A fact in bold and a plain sentence, behind an icon. */
export function Note({ tone = 'plain', icon, box, role, children }: Props) {
  return (
    <div className={classNames('note', tone, box && 'box')} role={role}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div>{children}</div>
    </div>
  );
}
