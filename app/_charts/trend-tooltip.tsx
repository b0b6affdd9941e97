import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { Tip } from '@/lib/views/trends/tooltip';

/** The numbers of one place. Silent: the slider that points says the same. */
export function TrendTip({ tip, lines }: { tip: Tip; lines: ChartSpec['lines'] }) {
  return (
    <>
      <p className="strong">{tip.title}</p>
      {tip.note && <p className="muted">{tip.note}</p>}
      <dl>
        {tip.rows.map(({ key, name, value, line }) => (
          <div key={key}>
            <dt>
              {line !== null && lines.length > 1 && <span className={`key s${line + 1}`} />}
              {name}
            </dt>
            <dd className={line !== null ? 'strong' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
