import type { ReactNode } from 'react';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { methodologyPath, trendsPath } from '@/lib/views/paths';
import { metricName } from '@/lib/views/words/metrics';
import './calm-link.css';

type FigureProps = {
  metric: MetricId;
  /** The trend it opens. */
  href?: string | undefined;
  /** The same trend is a link nearby: for the mouse alone. */
  again?: boolean;
  children: ReactNode;
};

/** A figure that opens its trend, without the look of a link: a table of numbers is to be read first. */
export function FigureLink({ metric, href, again, children }: FigureProps) {
  const to = href ?? trendsPath({ metric });
  if (again) {
    return (
      <a className="calm" href={to} tabIndex={-1}>
        {children}
      </a>
    );
  }
  return (
    <a className="calm" href={to} title={`Trend of ${metricName(metric)}`}>
      {children}
    </a>
  );
}

/** A metric's name that opens what it means. */
export const DefinitionLink = ({ metric, children }: { metric: MetricId; children: ReactNode }) => (
  <a className="calm" href={methodologyPath(metric)} title={`What ${metricName(metric)} counts`}>
    {children}
  </a>
);
