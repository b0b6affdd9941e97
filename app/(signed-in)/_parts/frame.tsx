'use client';

import type { ComponentProps, ReactNode } from 'react';
import { overviewPath } from '@/lib/views/paths';
import { Navigating, useClientNavigation } from '../../_ui/client-navigation';
import { Mark } from '../../_ui/icon';
import { AccountMenu } from './account-menu';
import { FreshBar } from './fresh-bar';
import { Navigation } from './navigation';
import { usePalette } from './use-palette';
import { useRefreshStaleLayout } from './use-refresh-stale-layout';
import { useRestoreFocus } from './use-restore-focus';
import { useUnsavedForms } from './use-unsaved-forms';

type Props = {
  organisation: string;
  fresh: ComponentProps<typeof FreshBar>;
  /** Null for who is no person. */
  account: ComponentProps<typeof AccountMenu> | null;
  navigation: Omit<ComponentProps<typeof Navigation>, 'openPalette'>;
  children: ReactNode;
};

/** What stands around every page of somebody signed in. A client component as a whole, so that a page carries its data alone. */
export function Frame({ organisation, fresh, account, navigation, children }: Props) {
  const { going, follow, go } = useClientNavigation();
  const palette = usePalette();
  useRefreshStaleLayout(fresh);
  useRestoreFocus();
  useUnsavedForms();
  return (
    <Navigating value={going}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed, by key as well. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
      <div className={going === null ? 'app' : 'app leaving'} onClick={follow}>
        <header className="top">
          <a className="org" href={overviewPath()}>
            <Mark />
            <span>{organisation}</span>
          </a>
          <FreshBar {...fresh} />
          {account && <AccountMenu {...account} />}
        </header>
        <Navigation {...navigation} openPalette={() => palette.open('places')} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {palette.shown && (
          <palette.shown.Palette
            key={palette.shown.asked}
            asked={palette.shown.asked}
            go={go}
            onClose={palette.close}
          />
        )}
      </div>
    </Navigating>
  );
}
