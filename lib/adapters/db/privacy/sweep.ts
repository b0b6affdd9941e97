import type { Db } from '../drivers/db';

/** Deletes sessions and one-time links that ended before an instant. */
export async function sweep({ sql }: Db, before: Date): Promise<{ sessions: number; links: number }> {
  const isOver = (ended: 'endedAt' | 'usedAt') => ({
    OR: [{ [ended]: { lt: before } }, { expiresAt: { lt: before } }],
  });
  const sessions = await sql.session.deleteMany({ where: isOver('endedAt') });
  const links = await sql.oneTimeLink.deleteMany({ where: isOver('usedAt') });
  return { sessions: sessions.count, links: links.count };
}
