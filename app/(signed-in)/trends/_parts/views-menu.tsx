import type { SavedView } from '@/lib/domain/saved-view';
import { savedTrendsPath, savedViewsPath } from '@/lib/views/paths';
import { Icon } from '../../../_ui/icon';
import { Menu } from '../../../_ui/menu';
import { StaticHtml, staticHtml } from '../../../_ui/static-html';

type Props = {
  views: readonly SavedView[];
  /** The query of what is shown. */
  shown: string;
};

/** Saved views to choose from; what is shown can be saved as one more. */
export function ViewsMenu({ views, shown }: Props) {
  const current = views.find(({ address }) => address === shown);
  const groups = [
    { title: 'Yours', items: views.filter(({ shared }) => !shared) },
    { title: 'For all', items: views.filter(({ shared }) => shared) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Menu className="menu views-menu" summaryClass="btn" summary={current ? `View: ${current.name}` : 'Views'}>
      <StaticHtml
        className="menu-body"
        html={staticHtml(<Choices {...{ groups, shown }} saved={current !== undefined} />)}
      />
    </Menu>
  );
}

type ChoicesProps = {
  groups: readonly { title: string; items: readonly SavedView[] }[];
  shown: string;
  /** Whether what is shown has a name. */
  saved: boolean;
};

const Choices = ({ groups, shown, saved }: ChoicesProps) => (
  <>
    {groups.map(({ title, items }) => (
      <section key={title} className="menu-group" aria-label={title}>
        <p className="menu-title">{title}</p>
        {items.map(({ id, name, address }) => (
          <a key={id} href={savedTrendsPath(address)} aria-current={address === shown ? 'true' : undefined}>
            {name}
            {address === shown && <Icon name="check" />}
          </a>
        ))}
      </section>
    ))}
    <div className="menu-group">
      {!saved && <a href={savedViewsPath(shown)}>Save this view</a>}
      <a href={savedViewsPath()}>All saved views</a>
    </div>
  </>
);
