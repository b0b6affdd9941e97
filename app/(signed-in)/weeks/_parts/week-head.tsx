import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../../_ui/icon';

type Props = {
  title: string;
  span: string;
  chip: ReactNode;
  /** On paper, where the frame is missing. */
  taken: string;
  before?: { href: string; label: string } | null;
  after?: { href: string; label: string } | null;
  children?: ReactNode;
};

export function WeekHead({ title, span, chip, taken, before, after, children }: Props) {
  return (
    <div className="head">
      {before && <Step {...before} icon="chevron-left" />}
      {after && <Step {...after} icon="chevron-right" />}
      <h1>{title}</h1>
      <p className="sub">{span}</p>
      {chip}
      <p className="print-only small muted">{taken}</p>
      <div className="acts">{children}</div>
    </div>
  );
}

const Step = ({ href, label, icon }: { href: string; label: string; icon: IconName }) => (
  <a className="btn icon-only" href={href} aria-label={label}>
    <Icon name={icon} />
  </a>
);
