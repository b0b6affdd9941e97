-- AlterTable
ALTER TABLE "Reading" ADD COLUMN "mac" TEXT,
ADD COLUMN "keyId" TEXT;

-- AlterTable
ALTER TABLE "ReviewRevision" ADD COLUMN "mac" TEXT,
ADD COLUMN "keyId" TEXT,
ADD COLUMN "erasedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN "form" INTEGER,
ADD COLUMN "actorKind" TEXT,
ADD COLUMN "outcome" TEXT,
ADD COLUMN "who" TEXT,
ADD COLUMN "whoSalt" TEXT,
ADD COLUMN "whoSha256" TEXT,
ADD COLUMN "whence" TEXT,
ADD COLUMN "whenceSalt" TEXT,
ADD COLUMN "whenceSha256" TEXT,
ADD COLUMN "erasedAt" TIMESTAMP(3),
ADD COLUMN "mac" TEXT,
ADD COLUMN "keyId" TEXT;

-- AlterTable
ALTER TABLE "ChainHead" ADD COLUMN "mac" TEXT,
ADD COLUMN "keyId" TEXT;

-- CreateTable
CREATE TABLE "ChainKey" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "sealedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChainKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditRepeat" (
    "seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "mac" TEXT,
    "keyId" TEXT,

    CONSTRAINT "AuditRepeat_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "ChainKey_number_key" ON "ChainKey"("number");

-- CreateIndex
CREATE UNIQUE INDEX "AuditRepeat_key_key" ON "AuditRepeat"("key");

-- Of an entry of the second form a name or an address may be forgotten, together with its salt, and nothing else may ever change.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."form" = 2
    AND (to_jsonb(NEW) - '{who,whoSalt,whence,whenceSalt}'::text[]) = (to_jsonb(OLD) - '{who,whoSalt,whence,whenceSalt}'::text[])
    AND ((NEW."who" IS NOT DISTINCT FROM OLD."who" AND NEW."whoSalt" IS NOT DISTINCT FROM OLD."whoSalt") OR (NEW."who" IS NULL AND NEW."whoSalt" IS NULL))
    AND ((NEW."whence" IS NOT DISTINCT FROM OLD."whence" AND NEW."whenceSalt" IS NOT DISTINCT FROM OLD."whenceSalt") OR (NEW."whence" IS NULL AND NEW."whenceSalt" IS NULL))
    AND (NEW."who" IS DISTINCT FROM OLD."who" OR NEW."whence" IS DISTINCT FROM OLD."whence")
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER "AuditEntry_no_change" ON "AuditEntry";
CREATE TRIGGER "AuditEntry_no_change" BEFORE DELETE OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
