import { overviewPath } from '@/lib/views/paths';

// Nothing is ever asked of this origin: it only shows whether a text would leave its own.
const own = 'http://own.invalid';

/** Where to go after sign-in: a path of this application, or the overview for everything that could lead elsewhere. */
export function safeRedirect(raw: unknown): string {
  if (typeof raw !== 'string' || !raw.startsWith('/') || raw.length > 2000) return overviewPath();
  const plain = decoded(raw);
  if (plain === null || /[\\\p{C}]/u.test(plain) || plain.startsWith('//')) return overviewPath();
  if (!URL.canParse(raw, own)) return overviewPath();
  const url = new URL(raw, own);
  if (url.origin !== own || url.pathname.startsWith('//') || isDoor(url.pathname)) return overviewPath();
  return url.pathname + url.search + url.hash;
}

/** Coming back to the door itself would go round in circles; of the API only its page is one. */
const isDoor = (path: string): boolean => /^\/(sign-in|set-up|api(?!\/v1\/docs$))(\/|$)/.test(path);

function decoded(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
