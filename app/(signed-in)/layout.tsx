import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { viewFrame } from '@/lib/services/view-frame';
import { capital } from '@/lib/views/words';
import { enter } from '../_doors/enter';
import { shown } from '../_doors/shown';
import { parseTheme, themeCookie } from '../_ui/theme';
import { AccountMenu } from './_parts/account-menu';
import { Frame } from './_parts/frame';
import { FreshBar } from './_parts/fresh-bar';
import { placesOf } from './_parts/places';
import { refreshNow } from './_parts/refresh-now';
import { setTheme } from './_parts/set-theme';
import { signOut } from './_parts/sign-out';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const ctx = await enter();
  const { actor, organisation } = ctx;
  const { line, mayRefresh, runningId, reviewsDue } = shown(await viewFrame(ctx, {}));
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <Frame
      organisation={organisation.name}
      places={placesOf(actor)}
      reviewsDue={reviewsDue}
      tools={
        <>
          <FreshBar {...line} refresh={mayRefresh ? { action: refreshNow, runningId } : null} />
          {actor.kind === 'person' && (
            <AccountMenu
              name={actor.name}
              email={actor.email}
              role={capital(actor.role)}
              {...{ theme, setTheme, signOut }}
            />
          )}
        </>
      }
    >
      {children}
    </Frame>
  );
}
