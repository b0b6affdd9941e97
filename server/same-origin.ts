type Input = { readonly method: string; readonly headers: Pick<Headers, 'get'> };

/** GET, HEAD and OPTIONS change nothing here; every other method needs a proof. */
export const isUnsafe = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());

/**
 * Whether a browser says that one of our own pages sent this. `Origin` decides where there is one; without it only a
 * browser's own `Sec-Fetch-Site` counts, which no page can set. A request with neither proves nothing.
 */
export function isSameOrigin({ headers }: Input, publicUrl: URL): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origins(publicUrl).includes(origin);
  return headers.get('sec-fetch-site') === 'same-origin';
}

// On one machine a browser may call the same server by any of these names; a cookie set for one is not sent to another.
const loopback = ['localhost', '127.0.0.1', '[::1]'];

function origins(publicUrl: URL): string[] {
  if (!loopback.includes(publicUrl.hostname)) return [publicUrl.origin];
  const port = publicUrl.port === '' ? '' : `:${publicUrl.port}`;
  return loopback.map((host) => `${publicUrl.protocol}//${host}${port}`);
}
