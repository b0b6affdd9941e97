import type { Db } from '../drivers/db';
import { oneOf } from './rows';
import type { LinkKind, LinkStore } from './store';

const kindIn = oneOf('link kind', ['set-up', 'invitation', 'password-reset'] as const satisfies LinkKind[]);

export const linkStore = ({ sql }: Db): LinkStore => ({
  create: async (link) => {
    await sql.oneTimeLink.create({ data: link, select: { id: true } });
  },
  find: async (kind, hash, now) => {
    const row = await sql.oneTimeLink.findUnique({
      where: { hash, kind, usedAt: null, expiresAt: { gt: now } },
      select: { id: true, kind: true, userId: true, expiresAt: true },
    });
    return row && { ...row, kind: kindIn(row.kind) };
  },
  use: async (id, at) => {
    const { count } = await sql.oneTimeLink.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    return count === 1;
  },
  retire: async (kind, userId, at) => {
    await sql.oneTimeLink.updateMany({ where: { kind, userId, usedAt: null }, data: { usedAt: at } });
  },
});
