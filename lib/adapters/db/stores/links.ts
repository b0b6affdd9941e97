import type { Db } from '../drivers/db';
import { oneOf } from './rows';

export type LinkKind = 'set-up' | 'invitation' | 'password-reset';

export type StoredLink = {
  readonly id: string;
  readonly kind: LinkKind;
  readonly userId: string | null;
  readonly expiresAt: Date;
};

export type LinkStore = {
  create(link: StoredLink & { hash: string; createdById: string | null; createdAt: Date }): Promise<void>;
  /** Null when unknown, used or expired. Looking does not use it. */
  find(kind: LinkKind, hash: string, now: Date): Promise<StoredLink | null>;
  /** True for exactly one caller. */
  use(id: string, at: Date): Promise<boolean>;
  /** Ends open links of a kind (for one person), so that only the newest works. */
  retire(kind: LinkKind, userId: string | null, at: Date): Promise<void>;
};

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
