import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the request carries METRICS_TOKEN; nobody does while it is not set. */
export function carriesMetricsToken(request: Request, metricsToken: string | null): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (metricsToken === null || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(metricsToken));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
