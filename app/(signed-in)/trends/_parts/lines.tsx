import { type TrendsState, trendsHref } from '@/lib/views/trends/address';
import { metricName } from '@/lib/views/words/metrics';
import { DefinitionLink } from '../../../_ui/calm-link';
import { Icon } from '../../../_ui/icon';
import { Menu } from '../../../_ui/menu';
import { MetricSearch } from './metric-search';
import type { MenuView } from './trends-view';

/** What is drawn, each with its colour and a way to remove it, and a list of what can be added. */
export function Lines({ state, menu }: { state: TrendsState; menu: MenuView }) {
  return (
    <>
      {state.metrics.map((id, at) => (
        <span className="tag" key={id}>
          <span className={`key s${at + 1}`} />
          <DefinitionLink metric={id}>{metricName(id)}</DefinitionLink>
          {state.metrics.length > 1 && (
            <a
              className="remove"
              href={trendsHref(state, { metrics: state.metrics.filter((other) => other !== id) })}
              aria-label={`Remove ${metricName(id)}`}
            >
              <Icon name="cross" />
            </a>
          )}
        </span>
      ))}
      <Menu
        className="menu adds"
        staysOpen
        summaryClass={menu.full ? 'btn quiet' : 'btn'}
        summary={
          <>
            <Icon name="plus" />
            {menu.label}
          </>
        }
      >
        <MetricSearch html={menu.html} />
      </Menu>
    </>
  );
}
