import Form from 'next/form';
import { type Day, laterOf } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import { trendsPath } from '@/lib/views/paths';
import { hiddenFields, type TrendsState } from '@/lib/views/trends/address';
import { Button } from '../../../_ui/button';
import { Field } from '../../../_ui/field';
import { Menu } from '../../../_ui/menu';
import { Hidden } from './hidden';

type Props = { state: TrendsState; period: Period; today: Day };

/** Any two days. */
export function DatesForm({ state, period, today }: Props) {
  return (
    <Menu className="menu dates" summaryClass={state.period === 'dates' ? 'on' : ''} summary="Dates">
      <Form className="menu-body" action={trendsPath()} scroll={false}>
        <Hidden fields={hiddenFields(state, ['period', 'from', 'to'])} />
        <input type="hidden" name="period" value="dates" />
        <Field type="date" name="from" label="From" defaultValue={state.from ?? period.from} max={today} required />
        <Field
          type="date"
          name="to"
          label="To"
          defaultValue={state.to ?? period.to}
          max={laterOf(today, state.to ?? today)}
          required
        />
        <div className="actions">
          <Button type="submit" kind="primary">
            Show
          </Button>
        </div>
      </Form>
    </Menu>
  );
}
