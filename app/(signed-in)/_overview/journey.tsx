import { metrics } from '@/lib/domain/metrics/adoption';
import type { Numbers, StageRow } from '@/lib/views/overview/numbers';
import { againstLength, baseWords, dropOffWords, waitingWords, whyUnknown } from '@/lib/views/overview/overview-words';
import { trendsPath } from '@/lib/views/paths';
import { movedOf } from '@/lib/views/words/metrics';
import { countWords } from '@/lib/views/words/numbers';
import { FigureLink } from '../../_ui/calm-link';
import { type MeasureRow, MeasureTable } from './measure-table';

const caption = 'Assigned to Using Enpass: people at each stage, pending people, share of the stage before, net change';

/** Where people are on the way from a licence to daily use, and where they wait. */
export function Journey({ numbers }: { numbers: Numbers }) {
  const { stages, licences } = numbers;
  return (
    <MeasureTable
      id="journey"
      title="Journey"
      sub={
        numbers.dropOff ? (
          <FigureLink metric={numbers.dropOff.waiting}>{dropOffWords(numbers)}</FigureLink>
        ) : (
          dropOffWords(numbers)
        )
      }
      right={<a href={trendsPath({ metric: stages.map(({ id }) => id), period: '26w' })}>Trends</a>}
      caption={caption}
      heads={{
        first: 'Stage',
        bar: `Out of ${countWords(licences.total)} licences`,
        change: `Net, ${againstLength(numbers)}`,
      }}
      rows={stages.map((stage) => rowOf(stage, numbers))}
    />
  );
}

function rowOf(stage: StageRow, numbers: Numbers): MeasureRow {
  const { total } = numbers.licences;
  const { id, count, compared, spark } = stage;
  const { label } = metrics[id];
  return {
    metrics: { name: id, count: id, share: stage.rate, under: stage.waiting },
    course: 'count',
    label,
    under: waitingWords(stage),
    warn: stage.biggestDropOff,
    bar: total && count !== null ? { here: count / total, pending: (stage.pending ?? 0) / total } : null,
    count,
    share: stage.share,
    base: baseWords(stage.before, stage.base),
    change: movedOf(compared),
    spark: spark && { chart: spark, title: `${label}, last 12 weeks, daily` },
    why: whyUnknown(numbers, compared, { value: stage.share, part: count, base: stage.base }),
  };
}
