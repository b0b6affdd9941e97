import type { May } from '@/lib/domain/roles';
import type { Numbers } from '@/lib/views/overview/numbers';
import { runsPath } from '@/lib/views/paths';
import { dayAndMonth } from '@/lib/views/words/numbers';
import { ButtonLink } from '../../_ui/button';
import { Empty } from '../../_ui/empty';

type Props = { numbers: Numbers; captureTime: string; may: May<'history:import'> };

/** Where the chart will be once there are two days to join. */
export function NoTrendYet({ numbers: { changeKnownFrom, day }, captureTime, may }: Props) {
  return (
    <Empty title="One snapshot. The line begins tomorrow.">
      <p>
        Enpass keeps no history, so this chart starts with today’s reading and gains a point each day at {captureTime}.
        {changeKnownFrom && ` From ${dayAndMonth(changeKnownFrom, day)} you see the change in a week.`}
      </p>
      {may('history:import') && (
        <>
          <p>Do you have older numbers, in a spreadsheet or in monthly reports?</p>
          <p>
            <ButtonLink icon="upload" href={runsPath('import')}>
              Import old numbers
            </ButtonLink>
          </p>
        </>
      )}
    </Empty>
  );
}
