import type { MetricMenu as Menu } from '@/lib/views/trends/trend-menu';
import { Icon } from '../../../_ui/icon';

/** What can be drawn, as groups of links; those of what is drawn already take it away. */
export const MetricMenu = ({ menu: { full, groups } }: { menu: Menu }) => (
  <>
    {full && <p className="menu-hint">Four lines are the most that stay apart. Remove one to add another.</p>}
    {groups.map(({ title, items }) => (
      <div key={title} className="menu-group">
        <p className="menu-title">{title}</p>
        {items.map(({ name, href, shown }) => (
          <a key={name} href={href}>
            {name}
            {shown && (
              <>
                <span className="sr">, shown: take it away</span>
                <Icon name="check" />
              </>
            )}
          </a>
        ))}
      </div>
    ))}
  </>
);
