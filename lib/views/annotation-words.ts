import type { Annotation, AnnotationKind, ReadOut, SpanChange } from '@/lib/domain/annotation';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { isRate, metricName, movedWords } from './metric-words';
import { longSpan, spanWords } from './words';

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

/** Wed 18 Nov; 2–6 Nov */
export const annotationSpan = ({ from, to }: Pick<Annotation, 'from' | 'to'>): string => spanWords(from, to);

export type ReadOutWords = { readonly metric: string; readonly before: string; readonly after: string };

export const readOutWords = (metric: MetricId, { before, after }: ReadOut): ReadOutWords => ({
  metric: metricName(metric),
  before: spanChangeWords(metric, before),
  after: spanChangeWords(metric, after),
});

/** +6.5 a week (4 May to 1 June 2026) */
const spanChangeWords = (metric: MetricId, { perWeek, from, to }: SpanChange): string =>
  `${movedWords(metric, isRate(metric) ? perWeek : Math.round(perWeek * 10) / 10)} a week, net (${longSpan(from, to)})`;
