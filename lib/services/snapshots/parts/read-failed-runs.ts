import { addDays, dayIn, startOf } from '@/lib/domain/day';
import { contains, type Period } from '@/lib/domain/period';
import type { Run } from '@/lib/domain/run';
import type { Context } from '../../context';

/**
 * The failed runs of a span's days, oldest first. A run whose clocks were off stands under both days, ours and that of the answer:
 * nobody knows which of them lost its snapshot.
 */
export async function readFailedRuns(
  { store, organisation }: Pick<Context, 'store' | 'organisation'>,
  span: Period,
): Promise<Run[]> {
  const { id, timeZone } = organisation;
  const [failed, undated] = await Promise.all([
    store.runs.failures(id, span),
    store.runs.undated(id, { from: startOf(span.from, timeZone), to: startOf(addDays(span.to, 1), timeZone) }),
  ]);
  const elsewhere = undated.flatMap((run) => {
    const day = run.answerDate ? dayIn(run.answerDate, timeZone) : run.day;
    return day === run.day || !contains(span, day) ? [] : [{ ...run, day }];
  });
  return [...elsewhere, ...failed];
}
