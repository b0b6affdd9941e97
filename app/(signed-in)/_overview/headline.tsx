import type { ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { HeadlineChart as HeadlineDrawing } from '@/lib/views/charts/headline-chart';
import { headlineFlags } from '@/lib/views/charts/headline-flags';
import type { HeadlineTarget } from '@/lib/views/overview/headline-target';
import type { Numbers } from '@/lib/views/overview/numbers';
import { againstWords, whyNotCompared } from '@/lib/views/overview/overview-words';
import { annotationPath, targetsPath, trendsPath } from '@/lib/views/paths';
import { movedOf } from '@/lib/views/words/metrics';
import { countWords, percentWords, plural, spanWords } from '@/lib/views/words/numbers';
import { splitWords } from '@/lib/views/words/splits';
import { targetTones } from '@/lib/views/words/target-rules';
import { whyNoValue } from '@/lib/views/words/unknown';
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
  return (
    <section className="panel lead" aria-labelledby="h-adoption">
      <div>
        <h2 id="h-adoption">
          <DefinitionLink metric="adoption">Adoption</DefinitionLink>
        </h2>
        <p className="figure">
          <FigureLink metric="adoption" href={halfYear}>
            {value === null ? <Unknown why={whyNoValue(headline.after)} /> : percentWords(value, headline.decimals)}
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
          <Drawn chart={chart.wide} annotations={annotations} id="adoption-wide" className="chart-wide" />
          <Drawn chart={chart.narrow} annotations={annotations} id="adoption-narrow" className="chart-narrow" />
          <RateTable numbers={numbers} />
        </figure>
      ) : (
        instead
      )}
    </section>
  );
}

function Change({ numbers }: { numbers: Numbers }) {
  const { headline } = numbers;
  const moved = movedOf(headline, { unit: 'points' });
  if (!moved) {
    return (
      <dd className="muted">
        <span aria-hidden="true">—</span> <span className="small">{whyNotCompared(numbers, headline)}</span>
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

type DrawnProps = Pick<Props, 'annotations'> & { chart: HeadlineDrawing; id: string; className: string };

/** The chart for one width, with the annotations that it has no room to say in whole words. */
function Drawn({ chart, annotations, id, className }: DrawnProps) {
  const { flags, listed, unlisted } = headlineFlags(chart, annotations);
  return (
    <div className={className}>
      <HeadlineChart chart={chart} flags={flags} id={id} />
      {listed.length > 0 && (
        <ol className="flag-key" aria-label="Annotations">
          {unlisted > 0 && (
            <li>
              <a href={halfYear}>{plural(unlisted, 'older one', 'older ones')}</a>
            </li>
          )}
          {listed.map(({ id: annotation, number, title, from, to }) => (
            <li key={annotation}>
              <a href={annotationPath(annotation)} title={spanWords(from, to, chart.to)}>
                {number !== null && <>{number}&nbsp;</>}
                {title}
              </a>
            </li>
          ))}
        </ol>
      )}
    </div>
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
      {forecast !== '' && (
        <FigureLink metric="adoption" href={halfYear} again>
          {forecast}
        </FigureLink>
      )}
    </dd>
    <dd className="muted small">{need}</dd>
  </div>
);
