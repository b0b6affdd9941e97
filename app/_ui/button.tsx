import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type ButtonLook = {
  kind?: 'plain' | 'primary' | 'danger' | 'link' | undefined;
  icon?: IconName | undefined;
};

/** A button that submits nothing unless told to. */
export function Button({ kind, icon, className, children, ...rest }: ComponentProps<'button'> & ButtonLook) {
  return (
    <button type="button" {...rest} className={classNames('btn', kind, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A way to another page that weighs as much as a button. */
export function ButtonLink({ kind, icon, href, children }: ButtonLook & { href: string; children: ReactNode }) {
  return (
    <a className={classNames('btn', kind)} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
