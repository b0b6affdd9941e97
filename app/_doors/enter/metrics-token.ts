import { createHash, timingSafeEqual } from 'node:crypto';
import { bearerIn } from './bearer';

/** Whether the request carries METRICS_TOKEN; nobody does while it is not set. */
export function carriesMetricsToken(request: Request, metricsToken: string | null): boolean {
  const given = bearerIn(request.headers.get('authorization'));
  if (metricsToken === null || given === null) return false;
  return timingSafeEqual(digest(given), digest(metricsToken));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
