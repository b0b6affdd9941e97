'use client';

import { accountPath } from '@/lib/views/paths';
import { Icon } from '../../_ui/icon';
import { Menu } from '../../_ui/menu';
import { type Theme, themes } from '../../_ui/theme';
import { hasUnsavedReviews } from '../../_ui/unsaved-reviews';

type Props = {
  id: string;
  name: string;
  email: string;
  role: string;
  theme: Theme;
  setTheme: (form: FormData) => Promise<void>;
  signOut: () => Promise<void>;
};

const themeWords: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

const unsavedWords =
  'A review of yours has words that are not saved yet. This browser keeps them until you are back. Sign out all the same?';

export function AccountMenu({ id, name, email, role, theme, setTheme, signOut }: Props) {
  return (
    <Menu
      className="menu"
      summaryClass="who"
      label={`${name}, ${role}`}
      summary={
        <>
          <Icon name="person" />
          <span>{name}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      <div className="menu-body">
        <p className="menu-head">
          <b>{name}</b>
          {email}, {role}
        </p>
        <a href={accountPath()}>Account and sessions</a>
        <form className="themes" action={setTheme}>
          <p id="appearance">Appearance</p>
          {/* biome-ignore lint/a11y/useSemanticElements: three buttons of one form, not fields of a set */}
          <div className="seg" role="group" aria-labelledby="appearance">
            {themes.map((choice) => (
              <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
                {themeWords[choice]}
              </button>
            ))}
          </div>
        </form>
        <form
          className="menu-sep"
          action={signOut}
          onSubmit={(event) => {
            if (hasUnsavedReviews(id) && !window.confirm(unsavedWords)) event.preventDefault();
          }}
        >
          <button className="menu-item" type="submit">
            Sign out
          </button>
        </form>
      </div>
    </Menu>
  );
}
