import Link from 'next/link';
import { metricName } from '@/lib/views/metric-words';
import { type TrendsState, trendsHref } from '@/lib/views/trends/address';
import type { MetricMenu } from '@/lib/views/trends/trend-menu';
import { Icon } from '../../../_ui/icon';
import { Menu } from '../../../_ui/menu';

/** What is drawn, each with its colour and a way to remove it, and a list of what can be added. */
export function Lines({ state, menu }: { state: TrendsState; menu: MetricMenu }) {
  return (
    <>
      {state.metrics.map((id, at) => (
        <span className="tag" key={id}>
          <span className={`key s${at + 1}`} />
          {metricName(id)}
          {state.metrics.length > 1 && (
            <Link
              href={trendsHref(state, { metrics: state.metrics.filter((other) => other !== id) })}
              prefetch={false}
              scroll={false}
              aria-label={`Remove ${metricName(id)}`}
            >
              <Icon name="cross" />
            </Link>
          )}
        </span>
      ))}
      <Menu
        className="menu adds"
        summaryClass={menu.full ? 'btn quiet' : 'btn'}
        summary={
          <>
            <Icon name="plus" />
            {menu.label}
          </>
        }
      >
        <div className="menu-body">
          {menu.full && (
            <p className="menu-hint">Four lines are the most that stay apart. Remove one to add another.</p>
          )}
          {menu.groups.map(({ title, items }) => (
            <div key={title} className="menu-group">
              <p className="menu-title">{title}</p>
              {items.map(({ id, name, href }) => (
                <Link key={id} href={href} prefetch={false} scroll={false}>
                  {name}
                </Link>
              ))}
            </div>
          ))}
        </div>
      </Menu>
    </>
  );
}
