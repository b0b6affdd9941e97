import 'server-only';
import { createRequire } from 'node:module';
import type { ReactElement } from 'react';
import type * as ReactDomServer from 'react-dom/server';

// Every entry of react-dom that writes HTML throws under the condition `react-server`, with which Next bundles server
// components, and names of packages are replaced in the bundle: only Node itself still finds it.
const { renderToStaticMarkup }: typeof ReactDomServer = createRequire(`${process.cwd()}/package.json`)(
  'react-dom/server',
);

/**
 * The HTML of elements that only show: no hooks, no client components, no forms. React makes each element of a page three
 * times (as data, as HTML, and once more in the browser); what depends on an unchanged history alone is made once this way.
 */
export const staticHtml = (element: ReactElement): string => asAscii(renderToStaticMarkup(element));

/** One sign beyond ASCII makes a text twice as long in memory, and slower in each of the steps by which a page is sent. */
const asAscii = (html: string): string => html.replace(/\P{ASCII}/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** HTML that only shows, as one element; its links are followed like all within the frame. */
export function StaticHtml({ className, html }: { className?: string; html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `staticHtml` made it, and React escaped whatever was put in.
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
