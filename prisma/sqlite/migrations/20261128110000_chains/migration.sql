-- AlterTable
ALTER TABLE "Reading" ADD COLUMN "mac" TEXT;
ALTER TABLE "Reading" ADD COLUMN "keyId" TEXT;

-- AlterTable
ALTER TABLE "ReviewRevision" ADD COLUMN "mac" TEXT;
ALTER TABLE "ReviewRevision" ADD COLUMN "keyId" TEXT;
ALTER TABLE "ReviewRevision" ADD COLUMN "erasedAt" DATETIME;

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN "form" INTEGER;
ALTER TABLE "AuditEntry" ADD COLUMN "actorKind" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "outcome" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "who" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "whoSalt" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "whoSha256" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "whence" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "whenceSalt" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "whenceSha256" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "erasedAt" DATETIME;
ALTER TABLE "AuditEntry" ADD COLUMN "mac" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "keyId" TEXT;

-- AlterTable
ALTER TABLE "ChainHead" ADD COLUMN "mac" TEXT;
ALTER TABLE "ChainHead" ADD COLUMN "keyId" TEXT;

-- CreateTable
CREATE TABLE "ChainKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "sealedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditRepeat" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "mac" TEXT,
    "keyId" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "ChainKey_number_key" ON "ChainKey"("number");

-- CreateIndex
CREATE UNIQUE INDEX "AuditRepeat_key_key" ON "AuditRepeat"("key");

-- Of an entry of the second form a name or an address may be forgotten, together with its salt, and nothing else may ever change.
DROP TRIGGER "AuditEntry_no_update";
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
WHEN NOT (
  OLD."form" IS 2
  AND NEW."seq" IS OLD."seq" AND NEW."organisationId" IS OLD."organisationId" AND NEW."at" IS OLD."at"
  AND NEW."actorId" IS OLD."actorId" AND NEW."actorName" IS OLD."actorName" AND NEW."action" IS OLD."action"
  AND NEW."target" IS OLD."target" AND NEW."detail" IS OLD."detail" AND NEW."network" IS OLD."network"
  AND NEW."chain" IS OLD."chain" AND NEW."form" IS OLD."form" AND NEW."actorKind" IS OLD."actorKind"
  AND NEW."outcome" IS OLD."outcome" AND NEW."whoSha256" IS OLD."whoSha256" AND NEW."whenceSha256" IS OLD."whenceSha256"
  AND NEW."erasedAt" IS OLD."erasedAt" AND NEW."mac" IS OLD."mac" AND NEW."keyId" IS OLD."keyId"
  AND ((NEW."who" IS OLD."who" AND NEW."whoSalt" IS OLD."whoSalt") OR (NEW."who" IS NULL AND NEW."whoSalt" IS NULL))
  AND ((NEW."whence" IS OLD."whence" AND NEW."whenceSalt" IS OLD."whenceSalt") OR (NEW."whence" IS NULL AND NEW."whenceSalt" IS NULL))
  AND (NEW."who" IS NOT OLD."who" OR NEW."whence" IS NOT OLD."whence")
)
BEGIN SELECT RAISE(ABORT, 'AuditEntry is append-only'); END;
