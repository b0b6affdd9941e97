import type { TokenScope } from '@/lib/domain/roles';
import type { Db } from '../drivers/db';
import { scopeIn } from './rows';
import type { Flag, Owner } from './token-owners';
import { type OwnerRow, ownerColumns, ownerIn } from './token-owners';

export type StoredToken = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly last4: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** The address it was used from last; null where nobody knows. */
  readonly lastNetwork: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
};

export type TokenStore = {
  create(
    organisationId: string,
    token: Omit<StoredToken, 'lastUsedAt' | 'lastNetwork' | 'revokedAt'> & { hash: string },
  ): Promise<void>;
  /** Null when revoked, expired, or the owner is not active; `isLinked`: the owner signs in at an identity provider. */
  holder(
    hash: string,
    now: Date,
  ): Promise<(Owner & { tokenId: string; scope: TokenScope; lastUsedAt: Date | null; isLinked: boolean }) | null>;
  used(id: string, use: { at: Date; network: string | null }): Promise<void>;
  of(organisationId: string, userId: string): Promise<StoredToken[]>;
  all(organisationId: string): Promise<(StoredToken & { ownerName: string; ownerEmail: string })[]>;
  revoke(organisationId: string, id: string, at: Date): Promise<boolean>;
};

const columns = {
  id: true,
  userId: true,
  name: true,
  last4: true,
  scope: true,
  createdAt: true,
  lastUsedAt: true,
  lastNetwork: true,
  expiresAt: true,
  revokedAt: true,
} as const;

type Row = OwnerRow & { tokenId: string; scope: string; lastUsedAt: Date | null; isLinked: Flag };

export const tokenStore = ({ sql }: Db): TokenStore => ({
  create: async (organisationId, token) => {
    await sql.apiToken.create({ data: { ...token, organisationId }, select: { id: true } });
  },
  holder: async (hash, now) => {
    const [row] = await sql.$queryRaw<Row[]>`
      SELECT ${ownerColumns}, t."id" AS "tokenId", t."scope", t."lastUsedAt",
        EXISTS (SELECT 1 FROM "LinkedIdentity" l WHERE l."userId" = u."id") AS "isLinked" FROM "ApiToken" t
      JOIN "User" u ON u."id" = t."userId"
      JOIN "Organisation" o ON o."id" = t."organisationId"
      JOIN "Membership" m ON m."userId" = u."id" AND m."organisationId" = o."id"
      WHERE t."hash" = ${hash} AND t."revokedAt" IS NULL AND (t."expiresAt" IS NULL OR t."expiresAt" > ${now})
        AND u."status" = 'active'`;
    if (row === undefined) return null;
    const { tokenId, scope, lastUsedAt, isLinked, ...owner } = row;
    return { ...ownerIn(owner), tokenId, scope: scopeIn(scope), lastUsedAt, isLinked: Boolean(isLinked) };
  },
  used: async (id, { at, network }) => {
    await sql.apiToken.updateMany({ where: { id }, data: { lastUsedAt: at, lastNetwork: network } });
  },
  of: async (organisationId, userId) => {
    const where = { organisationId, userId };
    const rows = await sql.apiToken.findMany({ where, select: columns, orderBy: newestFirst });
    return rows.map((row) => ({ ...row, scope: scopeIn(row.scope) }));
  },
  all: async (organisationId) => {
    const select = { ...columns, user: { select: { name: true, email: true } } };
    const rows = await sql.apiToken.findMany({ where: { organisationId }, select, orderBy: newestFirst });
    return rows.map(({ user, ...row }) => ({
      ...row,
      scope: scopeIn(row.scope),
      ownerName: user.name,
      ownerEmail: user.email,
    }));
  },
  revoke: async (organisationId, id, at) => {
    const { count } = await sql.apiToken.updateMany({
      where: { id, organisationId, revokedAt: null },
      data: { revokedAt: at },
    });
    return count > 0;
  },
});

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'asc' as const }];
