import type { ReactNode } from 'react';
import { Icon } from './icon';
import { Menu } from './menu';

type Props = {
  groups: readonly {
    title: string;
    files: readonly { readonly href: string; readonly name: string }[];
    /** Before the files: what takes more than a link. */
    children?: ReactNode;
  }[];
};

/** A button that opens the files one can take along. */
export function Download({ groups }: Props) {
  return (
    <Menu
      className="menu"
      summaryClass="btn"
      summary={
        <>
          <Icon name="download" />
          Download
        </>
      }
    >
      <div className="menu-body">
        {groups.map(({ title, files, children }) => (
          <section key={title} className="menu-group" aria-label={title}>
            <p className="menu-title">{title}</p>
            {children}
            {files.map(({ href, name }) => (
              <a key={href} href={href} download>
                {name}
              </a>
            ))}
          </section>
        ))}
      </div>
    </Menu>
  );
}
