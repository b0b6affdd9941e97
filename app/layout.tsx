import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './_ui/styles/tokens.css';
import './_ui/styles/base.css';
import './(signed-in)/_parts/frame.css';
import './(signed-in)/_parts/navigation.css';
import './_ui/menu.css';
import './_ui/entry-layout.css';
import './_ui/styles/controls.css';
import './_ui/styles/parts.css';
import './_ui/styles/tables.css';
import './_charts/charts.css';
import './_ui/styles/print.css';
import { iconPath, manifestPath, touchIconPath } from '@/lib/views/paths';
import { plainCookie } from './_doors/plain-cookie';
import { parseTheme, themeCookie } from './_ui/theme';

export const metadata: Metadata = {
  title: { default: 'Adoption', template: '%s · Adoption' },
  description: 'Adoption history for Enpass Business',
  robots: { index: false, follow: false },
  icons: { icon: { url: iconPath(), type: 'image/svg+xml' }, apple: touchIconPath() },
  manifest: manifestPath(),
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** The choice of light or dark rides in a cookie, so that the first paint is right without a script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme(await plainCookie(themeCookie));
  return (
    <html lang="en-GB" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        {children}
      </body>
    </html>
  );
}
