import type { Role } from './roles';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the installation lets a session last, in hours. */
export type SessionLimits = { readonly idleHours: number; readonly maxHours: number; readonly adminMaxHours: number };

type Lasting = { readonly role: Role; readonly limits: SessionLimits };

type Used = { readonly createdAt: Date; readonly lastSeenAt: Date };

/** How long a session lasts at most however much it is used, in milliseconds; for admins and ops what is shorter of the two. */
export const longestMs = ({ role, limits }: Lasting): number =>
  hourMs * (role === 'admin' || role === 'ops' ? Math.min(limits.maxHours, limits.adminMaxHours) : limits.maxHours);

/** Whether a session is over by the limits and the role of this moment, whatever they were when it began. */
export const isOver = (
  { createdAt, lastSeenAt }: Used,
  { now, ...lasting }: Lasting & { readonly now: Date },
): boolean =>
  now.getTime() - lastSeenAt.getTime() > lasting.limits.idleHours * hourMs ||
  now.getTime() - createdAt.getTime() >= longestMs(lasting);

/** When it ends in any case. */
export const endOf = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }, lasting: Lasting): Date =>
  new Date(Math.min(expiresAt.getTime(), createdAt.getTime() + longestMs(lasting)));

/** A browser that somebody signed in with is no stranger for so long. */
export const knownDeviceMs = 180 * dayMs;

/** One-time links die unused after this long. */
export const linkLifetimeMs = { 'set-up': 3 * dayMs, invitation: 7 * dayMs, 'password-reset': dayMs } as const;
