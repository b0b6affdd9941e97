import type { Db } from './db';
import { organisationHistoryVersion } from './history-version';
import { type HolderRow, holderColumns, holderIn } from './holders';
import type { SessionHolder, SessionStore } from './store';

const columns = {
  id: true,
  userId: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  userAgent: true,
} as const;

export const sessionStore = ({ sql }: Db): SessionStore => ({
  create: async (session) => {
    await sql.session.create({ data: session, select: { id: true } });
  },
  holder: async (id, now) => {
    const [row] = await sql.$queryRaw<(HolderRow & Pick<SessionHolder, 'lastSeenAt' | 'historyVersion'>)[]>`
      SELECT ${holderColumns}, s."lastSeenAt", ${organisationHistoryVersion} AS "historyVersion" FROM "Session" s
      JOIN "User" u ON u."id" = s."userId"
      JOIN "Membership" m ON m."userId" = u."id"
      JOIN "Organisation" o ON o."id" = m."organisationId"
      WHERE s."id" = ${id} AND s."endedAt" IS NULL AND s."expiresAt" > ${now} AND u."status" = 'active'
      ORDER BY o."createdAt", o."id" LIMIT 1`;
    if (row === undefined) return null;
    const { lastSeenAt, historyVersion, ...holder } = row;
    return { ...holderIn(holder), lastSeenAt, historyVersion };
  },
  seen: async (id, at) => {
    await sql.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: at } });
  },
  live: (userId, now) =>
    sql.session.findMany({
      where: { userId, endedAt: null, expiresAt: { gt: now } },
      select: columns,
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    }),
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
