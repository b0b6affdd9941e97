/** Links that are good once stand in paths, and what people search for in queries: neither is for a log. */
export const withoutSecrets = (path: string): string =>
  withoutLinks(path.replace(/[?#].*/s, '')).replaceAll(/[^/]{20,}/g, '…');

/** The same of a text that names addresses in passing, such as what a fault says. */
export const withoutLinks = (text: string): string =>
  text.replaceAll(/(\/(?:set-up|invitation|password-reset)\/)[^/\s"'?#)]+/g, '$1…');
