import type { Day } from '@/lib/domain/day';
import type { TargetState } from '@/lib/domain/target';
import type { JudgedTarget } from '@/lib/services/targets/list-targets';
import { targetTrack } from '@/lib/views/charts/target-track';
import { targetPath, trendsPath } from '@/lib/views/paths';
import { metricName } from '@/lib/views/words/metrics';
import { targetStateWords, targetTones } from '@/lib/views/words/target-rules';
import { targetWords } from '@/lib/views/words/targets';
import { TargetTrack } from '../../../_charts/target-track';
import { DefinitionLink, FigureLink } from '../../../_ui/calm-link';
import { Chip } from '../../../_ui/chip';
import './goal.css';

export const StateOfTarget = ({ state }: { state: TargetState }) => (
  <Chip tone={targetTones[state]}>{targetStateWords[state]}</Chip>
);

type Props = { judged: JudgedTarget; today: Day; linked?: boolean; mayChange?: boolean };

/** One target: how it stands, where it goes, what it needs. */
export function Goal({ judged: { target, progress }, today, linked, mayChange }: Props) {
  const words = targetWords(target, progress, today);
  const href = targetPath(target.id);
  const trend = trendsPath({ metric: target.metric, period: '26w' });
  return (
    <article className="goal" aria-label={words.name}>
      <div>
        <StateOfTarget state={progress.state} />
        <h2>{linked ? <a href={href}>{words.name}</a> : words.name}</h2>
        <p className="muted small">{words.due}</p>
        <p className="muted small">
          <DefinitionLink metric={target.metric}>{metricName(target.metric)}</DefinitionLink> ·{' '}
          <FigureLink metric={target.metric} href={trend}>
            {words.now}
          </FigureLink>
        </p>
      </div>
      <TargetTrack track={targetTrack(target, progress)} />
      <div>
        <p className="strong">
          <FigureLink metric={target.metric} href={trend} again>
            {words.need}
          </FigureLink>
        </p>
        {words.forecast !== '' && (
          <p className="muted small">
            <FigureLink metric={target.metric} href={trend} again>
              {words.forecast}
            </FigureLink>
          </p>
        )}
        {mayChange && (
          <p className="small">
            <a href={href} aria-label={`Change ${words.name}`}>
              Change
            </a>
          </p>
        )}
      </div>
    </article>
  );
}
