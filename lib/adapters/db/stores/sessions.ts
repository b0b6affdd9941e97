import type { SignInWay } from '@/lib/domain/sign-in-way';
import type { Db } from '../drivers/db';
import { organisationHistoryVersion } from './history-version';
import { signInWayIn } from './rows';
import type { Owner } from './token-owners';
import { type OwnerRow, ownerColumns, ownerIn } from './token-owners';

export type StoredSession = {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  /** The address it was opened from; null where nobody knows. */
  readonly network: string | null;
  readonly signedInBy: SignInWay;
};

/** `confirmedAt` is when the owner last proved who they are. */
export type NewSession = Omit<StoredSession, 'network' | 'signedInBy'> &
  Partial<Pick<StoredSession, 'network' | 'signedInBy'> & { readonly confirmedAt: Date | null }>;

export type SessionOwner = Owner & {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly signedInBy: SignInWay;
  readonly confirmedAt: Date | null;
  /** Another one whenever the organisation's readings, runs, connection, targets or reviews have changed. */
  readonly historyVersion: string;
};

export type SessionStore = {
  create(session: NewSession): Promise<void>;
  /** Null when ended, expired, or the owner is not active. */
  holder(id: string, now: Date): Promise<SessionOwner | null>;
  seen(id: string, at: Date): Promise<void>;
  /** Notes that the owner proved who they are; false when the session is over. */
  confirm(id: string, at: Date): Promise<boolean>;
  live(userId: string, now: Date): Promise<StoredSession[]>;
  /** Ends it whoever owns it, and answers who that was; null when it was not there or over. */
  replace(id: string, at: Date): Promise<{ userId: string } | null>;
  /** Only the owner's; false when it was not there or over. */
  end(userId: string, id: string, at: Date): Promise<boolean>;
  endAll(userId: string, at: Date, except?: string): Promise<number>;
};

const columns = {
  id: true,
  userId: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  userAgent: true,
  network: true,
  signedInBy: true,
} as const;

type Row = OwnerRow &
  Pick<SessionOwner, 'createdAt' | 'lastSeenAt' | 'historyVersion' | 'confirmedAt'> & { signedInBy: string };

export const sessionStore = ({ sql }: Db): SessionStore => ({
  create: async (session) => {
    await sql.session.create({ data: session, select: { id: true } });
  },
  holder: async (id, now) => {
    const [row] = await sql.$queryRaw<Row[]>`
      SELECT ${ownerColumns}, s."createdAt", s."lastSeenAt", s."signedInBy", s."confirmedAt", ${organisationHistoryVersion} AS "historyVersion" FROM "Session" s
      JOIN "User" u ON u."id" = s."userId"
      JOIN "Membership" m ON m."userId" = u."id"
      JOIN "Organisation" o ON o."id" = m."organisationId"
      WHERE s."id" = ${id} AND s."endedAt" IS NULL AND s."expiresAt" > ${now} AND u."status" = 'active'
      ORDER BY o."createdAt", o."id" LIMIT 1`;
    if (row === undefined) return null;
    const { createdAt, lastSeenAt, historyVersion, signedInBy, confirmedAt, ...holder } = row;
    const way = signInWayIn(signedInBy);
    return { ...ownerIn(holder), createdAt, lastSeenAt, historyVersion, signedInBy: way, confirmedAt };
  },
  seen: async (id, at) => {
    await sql.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: at } });
  },
  confirm: async (id, at) => {
    const { count } = await sql.session.updateMany({
      where: { id, endedAt: null, expiresAt: { gt: at } },
      data: { confirmedAt: at },
    });
    return count === 1;
  },
  live: async (userId, now) => {
    const rows = await sql.session.findMany({
      where: { userId, endedAt: null, expiresAt: { gt: now } },
      select: columns,
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    });
    return rows.map((row) => ({ ...row, signedInBy: signInWayIn(row.signedInBy) }));
  },
  replace: async (id, at) => {
    const where = { id, endedAt: null, expiresAt: { gt: at } };
    const live = await sql.session.findFirst({ where, select: { userId: true } });
    const { count } = live === null ? { count: 0 } : await sql.session.updateMany({ where, data: { endedAt: at } });
    return count > 0 ? live : null;
  },
  end: async (userId, id, at) => {
    const { count } = await sql.session.updateMany({
      where: { id, userId, endedAt: null, expiresAt: { gt: at } },
      data: { endedAt: at },
    });
    return count > 0;
  },
  endAll: async (userId, at, except) => {
    const { count } = await sql.session.updateMany({
      where: { userId, endedAt: null, expiresAt: { gt: at }, ...(except === undefined ? {} : { id: { not: except } }) },
      data: { endedAt: at },
    });
    return count;
  },
});
