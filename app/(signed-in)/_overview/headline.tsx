import type { ReactNode } from 'react';
import { addDays } from '@/lib/domain/day';
import type { HeadlineTarget } from '@/lib/views/overview/headline-target';
import type { Numbers } from '@/lib/views/overview/numbers';
import { splitWords } from '@/lib/views/overview/overview-words';
import { targetsPath } from '@/lib/views/paths';
import { countWords, dayAndMonth, percentWords, pointsWords, weekdayDay } from '@/lib/views/words/numbers';
import { targetTones } from '@/lib/views/words/target-rules';
import { HeadlineChart } from '../../_charts/headline-chart';
import { Chip } from '../../_ui/chip';
import { Delta, Unknown } from '../../_ui/delta';
import { directionOf } from './direction';
import { RateTable } from './rate-table';

type Props = { numbers: Numbers; target: HeadlineTarget | null; instead: ReactNode };

/** The one number of the page: adoption, its base, its change, its course. `instead` stands where the course has not begun. */
export function Headline({ numbers, target, instead }: Props) {
  const { headline, chart } = numbers;
  return (
    <section className="panel lead" aria-labelledby="h-adoption">
      <div>
        <h2 id="h-adoption">Adoption</h2>
        <p className="figure">{headline.rate === null ? <Unknown /> : percentWords(headline.rate)}</p>
        <p className="muted">
          {countWords(headline.part)} using Enpass of {countWords(headline.base)} assigned
        </p>
        <dl>
          <div>
            <dt>{againstWords(numbers)}</dt>
            <Change numbers={numbers} />
          </div>
          {target ? <Target target={target} /> : <NoTarget />}
        </dl>
      </div>
      {chart ? (
        <figure>
          <HeadlineChart chart={chart.wide} id="adoption-wide" className="chart-wide" />
          <HeadlineChart chart={chart.narrow} id="adoption-narrow" className="chart-narrow" />
          <RateTable closes={numbers.closes} />
        </figure>
      ) : (
        instead
      )}
    </section>
  );
}

/** The nearest day before stands in for a gap a week ago, and says so. */
function againstWords({ day, against }: Numbers): string {
  if (against === null || against === addDays(day, -7)) return 'Against a week ago';
  return `Against ${weekdayDay(against)}; a week ago has no snapshot`;
}

function Change({ numbers }: { numbers: Numbers }) {
  const { headline, changeKnownFrom } = numbers;
  const { split } = headline;
  if (!split) {
    return (
      <dd className="muted">
        <Unknown />{' '}
        <span className="small">
          {changeKnownFrom ? `known from ${dayAndMonth(changeKnownFrom)}` : 'no snapshot to compare with'}
        </span>
      </dd>
    );
  }
  return (
    <>
      <dd>
        <Delta {...directionOf(split.total, 'up', 0.1)} text={pointsWords(split.total)} />
      </dd>
      <dd className="muted small">{splitWords(headline)}</dd>
    </>
  );
}

const NoTarget = () => (
  <div>
    <dt>Target</dt>
    <dd>
      None open. <a href={targetsPath()}>Targets</a>
    </dd>
  </div>
);

const Target = ({ target: { label, state, stateWords, forecast, need } }: { target: HeadlineTarget }) => (
  <div>
    <dt>{label}</dt>
    <dd className="row">
      <Chip tone={targetTones[state]}>{stateWords}</Chip>
      {forecast !== '' && <span>{forecast}</span>}
    </dd>
    <dd className="muted small">{need}</dd>
  </div>
);
