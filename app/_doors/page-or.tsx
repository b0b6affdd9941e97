import 'server-only';
import type { ReactNode } from 'react';
import { setStatus } from './response-status';

/** What a page shows instead of itself, by status. */
export type Refusals = Readonly<Partial<Record<401 | 403 | 404, ReactNode>>>;

/**
 * A page that may refuse (`enter`, `shown`, Next's own `notFound`): its refusal is ordinary content under its status, so
 * that it can be read without a script. Where the status cannot be set Next has its way.
 */
export const pageOr =
  (refusals: Refusals) =>
  <P,>(make: (props: P) => Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await make(props);
    } catch (error) {
      const status = statusOf(error);
      if (status === null || refusals[status] === undefined || !setStatus(status)) throw error;
      return refusals[status];
    }
  };

function statusOf(error: unknown): 401 | 403 | 404 | null {
  if (!(error instanceof Error) || !('digest' in error)) return null;
  switch (error.digest) {
    case 'NEXT_HTTP_ERROR_FALLBACK;401':
      return 401;
    case 'NEXT_HTTP_ERROR_FALLBACK;403':
      return 403;
    case 'NEXT_HTTP_ERROR_FALLBACK;404':
      return 404;
    default:
      return null;
  }
}
