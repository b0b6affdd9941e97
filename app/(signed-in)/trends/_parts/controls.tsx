import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { type Interval, mostPoints, type TrendPreset, trendPresetNames, trendPresets } from '@/lib/domain/trend-span';
import { type TrendsState, trendsHref } from '@/lib/views/trends/address';
import { DatesForm } from './dates-form';
import { LayersForm } from './layers-form';
import { Lines } from './lines';
import type { MenuView } from './trends-view';

type Props = {
  state: TrendsState;
  menu: MenuView;
  interval: Interval;
  period: Period;
  today: Day;
  may: { daily: boolean; previous: boolean; target: boolean };
};

/** Everything is a link or a form with an address of its own, so that it works without a script and can be shared. */
export function Controls({ state, menu, interval, period, today, may }: Props) {
  return (
    <div className="controls">
      <Lines state={state} menu={menu} />
      <div className="spans push">
        <nav className="seg" aria-label="Period">
          {trendPresetNames.map((preset) => (
            <Choice
              key={preset}
              chosen={state.period === preset}
              href={trendsHref(state, { period: preset, interval: fitting(state, preset) })}
            >
              <PresetName preset={preset} />
            </Choice>
          ))}
          <DatesForm state={state} period={period} today={today} />
        </nav>
        <nav className="seg" aria-label="Points">
          {may.daily ? (
            <Choice chosen={interval === 'day'} href={trendsHref(state, { interval: 'day' })}>
              Daily
            </Choice>
          ) : (
            <span className="off">Daily: up to {mostPoints} days</span>
          )}
          <Choice chosen={interval === 'week'} href={trendsHref(state, { interval: 'week' })}>
            Weekly close
          </Choice>
        </nav>
      </div>
      <LayersForm state={state} may={may} />
    </div>
  );
}

/** A choice of points holds while it fits; all days may be too many for a point each. */
const fitting = ({ interval }: TrendsState, preset: TrendPreset): Interval | null =>
  preset === 'all' && interval === 'day' ? null : interval;

/** 12 w to see, 12 weeks to hear. */
function PresetName({ preset }: { preset: TrendPreset }) {
  const weeks = trendPresets[preset];
  if (weeks === null) return 'All';
  return (
    <>
      <span aria-hidden="true">{weeks} w</span>
      <span className="sr">{weeks} weeks</span>
    </>
  );
}

type ChoiceProps = { chosen: boolean; href: string; children: ReactNode };

const Choice = ({ chosen, href, children }: ChoiceProps) => (
  <a className={classNames(chosen && 'on')} href={href} aria-current={chosen ? 'true' : undefined}>
    {children}
  </a>
);
