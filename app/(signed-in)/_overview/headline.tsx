import type { ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Day } from '@/lib/domain/day';
import type { SpecFlag } from '@/lib/views/charts/chart-spec';
import { headlineFlags } from '@/lib/views/charts/headline-flags';
import type { HeadlineTarget } from '@/lib/views/overview/headline-target';
import type { Numbers } from '@/lib/views/overview/numbers';
import { againstWords } from '@/lib/views/overview/overview-words';
import { annotationPath, targetsPath, trendsPath } from '@/lib/views/paths';
import { movedOf } from '@/lib/views/words/metrics';
import { countWords, dayAndMonth, percentWords, spanWords } from '@/lib/views/words/numbers';
import { splitWords } from '@/lib/views/words/splits';
import { targetTones } from '@/lib/views/words/target-rules';
import { HeadlineChart } from '../../_charts/headline-chart';
import { DefinitionLink, FigureLink } from '../../_ui/calm-link';
import { Chip } from '../../_ui/chip';
import { Delta, Unknown } from '../../_ui/delta';
import { RateTable } from './rate-table';

type Props = {
  numbers: Numbers;
  target: HeadlineTarget | null;
  annotations: readonly Annotation[];
  instead: ReactNode;
};

/** As long as the chart beside it. */
const halfYear = trendsPath({ metric: 'adoption', period: '26w' });

/** The one number of the page: adoption, its base, its change, its course. `instead` stands where the course has not begun. */
export function Headline({ numbers, target, annotations, instead }: Props) {
  const { headline, chart } = numbers;
  const { value, part, base } = headline.after;
  const flags = annotations.map(({ id, from, to, title }, at) => ({ id, from, to, title, number: at + 1 }));
  return (
    <section className="panel lead" aria-labelledby="h-adoption">
      <div>
        <h2 id="h-adoption">
          <DefinitionLink metric="adoption">Adoption</DefinitionLink>
        </h2>
        <p className="figure">
          <FigureLink metric="adoption" href={halfYear}>
            {value === null ? <Unknown /> : percentWords(value, headline.decimals)}
          </FigureLink>
        </p>
        <p className="muted">
          <FigureLink metric="using_enpass">{countWords(part)}</FigureLink> using Enpass of{' '}
          <FigureLink metric="assigned_license">{countWords(base)}</FigureLink> assigned
        </p>
        <dl>
          <div>
            <dt>{againstWords(numbers).headline}</dt>
            <Change numbers={numbers} />
          </div>
          {target ? <Target target={target} /> : <NoTarget />}
        </dl>
      </div>
      {chart ? (
        <figure>
          <HeadlineChart
            chart={chart.wide}
            flags={headlineFlags(chart.wide, flags)}
            id="adoption-wide"
            className="chart-wide"
          />
          <HeadlineChart
            chart={chart.narrow}
            flags={headlineFlags(chart.narrow, flags)}
            id="adoption-narrow"
            className="chart-narrow"
          />
          <FlagKey flags={flags} beside={numbers.today} />
          <RateTable numbers={numbers} />
        </figure>
      ) : (
        instead
      )}
    </section>
  );
}

function Change({ numbers }: { numbers: Numbers }) {
  const { headline, changeKnownFrom } = numbers;
  const moved = movedOf(headline, { unit: 'points' });
  if (!moved) {
    return (
      <dd className="muted">
        <Unknown />{' '}
        <span className="small">
          {changeKnownFrom
            ? `known from ${dayAndMonth(changeKnownFrom, numbers.today)}`
            : 'no snapshot to compare with'}
        </span>
      </dd>
    );
  }
  return (
    <>
      <dd>
        <FigureLink metric="adoption" href={halfYear} again>
          <Delta {...moved} />
        </FigureLink>
      </dd>
      <dd className="muted small">{splitWords(headline)}</dd>
    </>
  );
}

/** The annotations in words: a flag in the chart has room for a few, or for its number. */
const FlagKey = ({ flags, beside }: { flags: readonly SpecFlag[]; beside: Day }) =>
  flags.length > 0 && (
    <figcaption>
      <ol className="flag-key" aria-label="Annotations">
        {flags.map(({ id, number, title, from, to }) => (
          <li key={id}>
            <a href={annotationPath(id)} title={spanWords(from, to, beside)}>
              {number}&nbsp;{title}
            </a>
          </li>
        ))}
      </ol>
    </figcaption>
  );

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
      {forecast !== '' && (
        <FigureLink metric="adoption" href={halfYear} again>
          {forecast}
        </FigureLink>
      )}
    </dd>
    <dd className="muted small">{need}</dd>
  </div>
);
