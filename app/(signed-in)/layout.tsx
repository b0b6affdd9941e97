import type { ReactNode } from 'react';
import { viewFrame } from '@/lib/services/overview/view-frame';
import { capital } from '@/lib/views/words/numbers';
import { namingFaults } from '../_doors/answer/named';
import { valueOrRefuse } from '../_doors/answer/value-or-refuse';
import { enter } from '../_doors/enter/enter';
import { plainCookie } from '../_doors/plain-cookie';
import { parseTheme, themeCookie } from '../_ui/theme';
import { Frame } from './_parts/frame';
import { navItemsFor } from './_parts/nav-items';
import { refreshNow } from './_parts/refresh-now';
import { setTheme } from './_parts/set-theme';
import { signOut } from './_parts/sign-out';

export default namingFaults(SignedInLayout);

async function SignedInLayout({ children }: { children: ReactNode }) {
  const ctx = await enter();
  const { actor, organisation } = ctx;
  const { line, mayRefresh, runningId, reviewsDue } = valueOrRefuse(await viewFrame(ctx, {}));
  const theme = parseTheme(await plainCookie(themeCookie));
  const account = actor.kind === 'person' && {
    id: actor.id,
    name: actor.name,
    email: actor.email,
    role: capital(actor.role),
  };
  return (
    <Frame
      organisation={organisation.name}
      fresh={{ ...line, refresh: mayRefresh ? { action: refreshNow, runningId } : null }}
      account={account ? { ...account, theme, setTheme, signOut } : null}
      navigation={{ places: navItemsFor(actor), reviewsDue }}
    >
      {children}
    </Frame>
  );
}
