import 'server-only';
import { createRequire } from 'node:module';
import type { ReactElement } from 'react';
import type * as ReactDomServer from 'react-dom/server';
import { Markup } from '@/lib/views/markup';

// Next forbids the import, since most who want it want what Next does by itself.
const { renderToStaticMarkup }: typeof ReactDomServer = createRequire(`${process.cwd()}/package.json`)(
  'react-dom/server',
);

/**
 * The HTML of elements that only show: no hooks, no client components, no forms. React makes each element of a page three
 * times (as data, as HTML, and once more in the browser); what depends on an unchanged history alone is made once this way.
 */
export const stillOf = (element: ReactElement): Markup => new Markup(asAscii(renderToStaticMarkup(element)));

/** One sign beyond ASCII makes a text twice as long in memory, and slower in each of the steps by which a page is sent. */
const asAscii = (html: string): string => html.replace(/\P{ASCII}/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** HTML that only shows, as one element; its links are followed like all within the frame. */
export function Still({ className, inside }: { className?: string; inside: Markup }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React and Markup escape whatever is put into it.
  return <div className={className} dangerouslySetInnerHTML={{ __html: inside.text }} />;
}
