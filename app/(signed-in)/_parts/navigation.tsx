'use client';

import type { ReactNode } from 'react';
import { accountPath, weeksPath } from '@/lib/views/paths';
import { Icon } from '../../_ui/icon';
import { Menu } from '../../_ui/menu';
import type { NavItem } from './nav-items';
import { NavLink } from './nav-link';

type Props = { places: readonly NavItem[]; reviewsDue: number; openPalette: () => void };

/** Down the side; on a phone along the bottom, where four places fit and the rest is under More. */
export function Navigation({ places, reviewsDue, openPalette }: Props) {
  return (
    <nav className="side" aria-label="Main">
      <ul>
        <li className="minor">
          <GoTo open={openPalette} />
        </li>
        {places.map((place, at) => (
          <li key={place.href} className={at < 4 ? undefined : 'minor'}>
            <PlaceItem {...place}>{place.href === weeksPath() && <Due reviews={reviewsDue} />}</PlaceItem>
          </li>
        ))}
        <li className="more-item">
          <Menu
            className="more"
            summary={
              <>
                <Icon name="more" />
                <span>More</span>
              </>
            }
          >
            <ul>
              <li>
                <GoTo open={openPalette} />
              </li>
              {[...places.slice(4), account].map((place) => (
                <li key={place.href}>
                  <PlaceItem {...place} />
                </li>
              ))}
            </ul>
          </Menu>
        </li>
      </ul>
    </nav>
  );
}

const account = { href: accountPath(), label: 'Account and sessions', icon: 'person' } as const;

type ItemProps = Pick<NavItem, 'href' | 'icon' | 'label' | 'also'> & { children?: ReactNode };

const PlaceItem = ({ href, icon, label, also, children }: ItemProps) => (
  <NavLink href={href} also={also}>
    <Icon name={icon} />
    <span>{label}</span>
    {children}
  </NavLink>
);

/** For whom has no keys. The menu it may lie in closes, and its word has the focus to give back. */
const GoTo = ({ open }: { open: () => void }) => (
  <button
    type="button"
    className="go needs-script"
    title="Ctrl+K, on a Mac ⌘K"
    aria-keyshortcuts="Control+K Meta+K"
    aria-haspopup="dialog"
    onClick={({ currentTarget }) => {
      const menu = currentTarget.closest('details');
      menu?.removeAttribute('open');
      menu?.querySelector('summary')?.focus();
      open();
    }}
  >
    <Icon name="search" />
    <span>Go to</span>
  </button>
);

/** How many reviews wait for this reader. */
const Due = ({ reviews }: { reviews: number }) =>
  reviews > 0 && (
    <span className="count">
      <span className="sr">, reviews: </span>
      {reviews} due
    </span>
  );
