import { metrics } from '@/lib/domain/metrics/adoption';
import type { FeatureRow, Numbers } from '@/lib/views/overview/numbers';
import { againstLength, baseWords, featureWords, whyUnknown } from '@/lib/views/overview/overview-words';
import { movedOf } from '@/lib/views/words/metrics';
import { type MeasureRow, MeasureTable } from './measure-table';

/** Features ever used and people lately active: rates with bases of their own. */
export function Features({ numbers }: { numbers: Numbers }) {
  return (
    <MeasureTable
      id="features"
      title="Features and activity"
      sub="Autofill counts people who ever used it, Active the last 30 days: two kinds of number"
      caption="Features and activity, each with its own base"
      heads={{ first: 'Measure', bar: 'Out of its base', change: `Rate, ${againstLength(numbers)}` }}
      rows={numbers.features.map((feature) => rowOf(feature, numbers))}
    />
  );
}

function rowOf(feature: FeatureRow, numbers: Numbers): MeasureRow {
  const { id, label, count, share, compared, spark } = feature;
  return {
    metrics: { name: id, count: metrics[id].part, share: id, under: feature.waiting },
    course: 'share',
    label,
    under: featureWords(feature),
    bar: share === null ? null : { here: share },
    count,
    share,
    decimals: compared.decimals,
    base: baseWords(feature.baseField, feature.base),
    change: movedOf(compared, { unit: 'pts' }),
    spark: spark && { chart: spark, title: `${label} rate, last 12 weeks, daily` },
    why: whyUnknown(numbers, compared, compared.after),
  };
}
