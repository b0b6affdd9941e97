import { sqltag as sql } from '@prisma/client/runtime/client';

/** Where saved views and the choice of what Trends opens with leave a new word at each change. */
export const viewsVersionKey = 'views-version';

/**
 * Names what an organisation's history is now, with what people set and write about it, for a statement with
 * "Organisation" o. It changes with every reading, with the beginning and the end of every run, with every change of the
 * connection, a target, an annotation, a review or a saved view, whichever process wrote it. The newest run stands for all:
 * an older one only ends in the transaction that begins a newer one. Versions of reviews and changes of targets are only
 * ever added.
 */
export const organisationHistoryVersion = sql`
  COALESCE((SELECT h."hash" FROM "ChainHead" h WHERE h."id" = 'readings:' || o."id"), '') || ' ' ||
  COALESCE((SELECT r."id" || ' ' || r."outcome" FROM "RefreshRun" r WHERE r."organisationId" = o."id"
    ORDER BY r."startedAt" DESC, r."id" DESC LIMIT 1), '') || ' ' ||
  COALESCE((SELECT c."tokenKeyId" || ' ' || CAST(c."savedAt" AS TEXT) FROM "Connection" c
    WHERE c."organisationId" = o."id"), '') || ' ' ||
  COALESCE((SELECT CAST(SUM(w."version") AS TEXT) FROM "Review" w WHERE w."organisationId" = o."id"), '') || ' ' ||
  (SELECT CAST(COUNT(*) AS TEXT) FROM "TargetChange" x JOIN "Target" t ON t."id" = x."targetId"
    WHERE t."organisationId" = o."id") || ' ' ||
  (SELECT CAST(COUNT(*) AS TEXT) || ' ' || COALESCE(CAST(MAX(a."createdAt") AS TEXT), '') || ' ' ||
    COALESCE(CAST(MAX(a."changedAt") AS TEXT), '') FROM "Annotation" a WHERE a."organisationId" = o."id") || ' ' ||
  COALESCE((SELECT v."value" FROM "Setting" v WHERE v."organisationId" = o."id" AND v."key" = ${viewsVersionKey}), '')`;
