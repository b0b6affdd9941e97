import type { Day } from '@/lib/domain/day';
import type { Db } from '../drivers/db';
import { storedDay } from './rows';

export type StoredConnection = {
  readonly baseUrl: string;
  readonly token: { readonly sealed: string; readonly keyId: string };
  readonly tokenLast4: string;
  /** YYYY-MM-DD, null when it never expires or nobody said. */
  readonly tokenExpiresOn: Day | null;
  readonly savedAt: Date;
  readonly savedByName: string;
};

export type ConnectionStore = {
  of(organisationId: string): Promise<StoredConnection | null>;
  save(organisationId: string, connection: StoredConnection): Promise<void>;
  /** Every organisation's sealed token, for a change of keys. */
  sealedTokens(): Promise<{ organisationId: string; token: StoredConnection['token'] }[]>;
  /** Puts the same token, sealed with another key, in the place of `from`; false when it was saved anew meanwhile. */
  reseal(
    organisationId: string,
    change: { from: StoredConnection['token']; to: StoredConnection['token'] },
  ): Promise<boolean>;
};

export const connectionStore = ({ sql }: Db): ConnectionStore => ({
  of: async (organisationId) => {
    const row = await sql.connection.findUnique({ where: { organisationId } });
    if (row === null) return null;
    const { tokenSealed, tokenKeyId, organisationId: _, tokenExpiresOn: until, ...rest } = row;
    const tokenExpiresOn = until === null ? null : storedDay(until);
    return { ...rest, tokenExpiresOn, token: { sealed: tokenSealed, keyId: tokenKeyId } };
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
