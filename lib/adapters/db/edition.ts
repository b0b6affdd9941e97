import { sqltag as sql } from '@prisma/client/runtime/client';

/**
 * Names what an organisation's history and connection are now, for a statement with "Organisation" o: it changes with every
 * reading, with the beginning and the end of every run, and with every change of the connection, whichever process wrote it.
 * The newest run stands for all: an older one only ends in the transaction that begins a newer one.
 */
export const organisationEdition = sql`
  COALESCE((SELECT h."hash" FROM "ChainHead" h WHERE h."id" = 'readings:' || o."id"), '') || ' ' ||
  COALESCE((SELECT r."id" || ' ' || r."outcome" FROM "RefreshRun" r WHERE r."organisationId" = o."id"
    ORDER BY r."startedAt" DESC, r."id" DESC LIMIT 1), '') || ' ' ||
  COALESCE((SELECT c."tokenKeyId" || ' ' || CAST(c."savedAt" AS TEXT) FROM "Connection" c
    WHERE c."organisationId" = o."id"), '')`;
