import type { Db } from '../drivers/db';
import type { ConnectionStore, StoredConnection } from './store';

export const connectionStore = ({ sql }: Db): ConnectionStore => ({
  of: async (organisationId) => {
    const row = await sql.connection.findUnique({ where: { organisationId } });
    if (row === null) return null;
    const { tokenSealed, tokenKeyId, organisationId: _, ...rest } = row;
    return { ...rest, token: { sealed: tokenSealed, keyId: tokenKeyId } };
  },
  save: async (organisationId, connection) => {
    const row = rowOf(connection);
    await sql.connection.upsert({
      where: { organisationId },
      create: { organisationId, ...row },
      update: row,
      select: { organisationId: true },
    });
  },
  sealedTokens: async () => {
    const rows = await sql.connection.findMany({ orderBy: { organisationId: 'asc' } });
    return rows.map((row) => ({
      organisationId: row.organisationId,
      token: { sealed: row.tokenSealed, keyId: row.tokenKeyId },
    }));
  },
  reseal: async (organisationId, { from, to }) => {
    const { count } = await sql.connection.updateMany({
      where: { organisationId, tokenSealed: from.sealed },
      data: { tokenSealed: to.sealed, tokenKeyId: to.keyId },
    });
    return count === 1;
  },
});

function rowOf({ token, ...rest }: StoredConnection) {
  return { ...rest, tokenSealed: token.sealed, tokenKeyId: token.keyId };
}
