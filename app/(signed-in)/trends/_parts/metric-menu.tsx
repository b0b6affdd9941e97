import type { MetricMenu as Menu } from '@/lib/views/trends/trend-menu';

/** What can be added, as groups of links. */
export const MetricMenu = ({ menu: { full, groups } }: { menu: Menu }) => (
  <>
    {full && <p className="menu-hint">Four lines are the most that stay apart. Remove one to add another.</p>}
    {groups.map(({ title, items }) => (
      <div key={title} className="menu-group">
        <p className="menu-title">{title}</p>
        {items.map(({ name, href }) => (
          <a key={name} href={href}>
            {name}
          </a>
        ))}
      </div>
    ))}
  </>
);
