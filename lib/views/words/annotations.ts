import type { Annotation, AnnotationKind, ReadOut, SpanChange } from '@/lib/domain/annotation';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import { isRate, metricName, movedWords } from './metrics';
import { type Here, longSpan, timeWords } from './numbers';

export const annotationKindWords: Record<AnnotationKind, string> = {
  campaign: 'Campaign',
  reminder: 'Reminder',
  training: 'Training',
  'licence-change': 'Licence change',
  other: 'Other',
};

/** What has to stand beside every before and after. */
export const readOutCaution =
  'An observation, not an effect: other things happened in these weeks too, and the numbers cannot tell them apart.';

/** +6.5 and 4 May to 1 June 2026: a net change a week, and the snapshots it lies between. */
export type SideWords = { readonly perWeek: string; readonly span: string };
export type ReadOutWords = { readonly metric: string; readonly before: SideWords; readonly after: SideWords };

/** A rate's changes a week in points, a count's to a tenth. */
export const readOutWords = (metric: MetricId, { before, after }: ReadOut): ReadOutWords => ({
  metric: metricName(metric),
  before: sideWords(metric, before),
  after: sideWords(metric, after),
});

const sideWords = (metric: MetricId, { perWeek, from, to }: SpanChange): SideWords => ({
  perWeek: movedWords(metric, isRate(metric) ? perWeek : roundHalf(perWeek * 10) / 10),
  span: longSpan(from, to),
});

type Written = Pick<Annotation, 'createdByName' | 'createdAt' | 'changedByName' | 'changedAt'>;

/** Written by Max Okafor, today 09:42; changed by Ada Brandt, today 10:00. */
export function writtenWords({ createdByName, createdAt, changedByName, changedAt }: Written, here: Here): string {
  const written = `Written by ${createdByName}, ${timeWords(createdAt, here)}`;
  return changedAt === null ? `${written}.` : `${written}; changed by ${changedByName}, ${timeWords(changedAt, here)}.`;
}
