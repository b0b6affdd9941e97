import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { Tooltip } from '@/lib/views/trends/tooltip';

/** The numbers of one place. Silent: the slider that points says the same. */
export function TrendTooltip({ tooltip, lines }: { tooltip: Tooltip; lines: ChartSpec['lines'] }) {
  return (
    <>
      <p className="strong">{tooltip.title}</p>
      {tooltip.note && <p className="muted">{tooltip.note}</p>}
      <dl>
        {tooltip.rows.map(({ key, name, value, line }) => (
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
