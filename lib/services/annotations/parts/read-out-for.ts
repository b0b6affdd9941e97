import type { MetricReadOut } from '@/lib/api/annotation';
import { type Annotation, readOutOf, spansAround } from '@/lib/domain/annotation';
import { addDays } from '@/lib/domain/day';
import { fieldsOf, type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { Context } from '../../context';

const shown = [
  'adoption',
  'assigned_license',
  'activated_license',
  'onboarded_users',
  'using_enpass',
  'connected_browser_extension',
  'using_autofill',
  'active_users',
] as const satisfies MetricId[];

/** What happened to these metrics around an annotation; empty where nothing was captured before or after. */
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
