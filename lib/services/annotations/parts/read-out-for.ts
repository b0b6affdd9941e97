import type { MetricReadOut } from '@/lib/api/annotation';
import { type Annotation, readOutOf, spansAround } from '@/lib/domain/annotation';
import { addDays } from '@/lib/domain/day';
import { fieldsOf, metrics } from '@/lib/domain/metrics/adoption';
import type { Context } from '../../context';
import { shown } from '../view-annotation';

export async function readOutFor(
  { store, organisation, clock }: Pick<Context, 'store' | 'organisation' | 'clock'>,
  { from, to }: Annotation,
): Promise<MetricReadOut[]> {
  const [first, latest] = [
    await store.snapshots.firstDay(organisation.id),
    await store.snapshots.latest(organisation.id, clock.now()),
  ];
  const spans = first === null || latest === null ? null : spansAround({ from, to }, { first, last: latest.day });
  if (!spans) return [];
  const around = { from: addDays(spans.before.from, -3), to: spans.after.to };
  const rows = await store.snapshots.columns(organisation.id, around, fieldsOf(shown));
  return shown.flatMap((metric) => {
    const readOut = readOutOf(metrics[metric], rows, spans);
    return readOut ? [{ metric, ...readOut }] : [];
  });
}
