import Form from 'next/form';
import { classNames } from '@/app/_ui/class-names';
import type { Day } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { comparePresets } from '@/lib/views/compare/compare-presets';
import { comparePath } from '@/lib/views/paths';
import { Button } from '../../../_ui/button';
import { Field } from '../../../_ui/field';

/** Which two days, by preset or by date. */
export function DaysForm({ days, today }: { days: Period; today: Day }) {
  return (
    <div className="controls">
      <Form className="days" action={comparePath()}>
        <Field
          type="date"
          name="from"
          label="First day"
          defaultValue={days.from}
          max={today}
          required
          key={days.from}
        />
        <Field
          type="date"
          name="to"
          label="Second day"
          defaultValue={days.to}
          max={today}
          required
          key={`to ${days.to}`}
        />
        <Button type="submit" kind="primary">
          Compare
        </Button>
      </Form>
      <nav className="seg push" aria-label="Today against">
        {comparePresets(today).map(({ label, from }) => {
          const chosen = days.to === today && days.from === from;
          return (
            <a
              key={label}
              className={classNames(chosen && 'on')}
              href={comparePath({ from, to: today })}
              aria-current={chosen ? 'true' : undefined}
            >
              {label}
            </a>
          );
        })}
      </nav>
    </div>
  );
}
