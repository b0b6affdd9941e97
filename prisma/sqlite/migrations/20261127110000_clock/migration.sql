ALTER TABLE "Reading" ADD COLUMN "answerDate" DATETIME;
ALTER TABLE "Snapshot" ADD COLUMN "answerDate" DATETIME;
ALTER TABLE "Snapshot" ADD COLUMN "takenBefore" DATETIME;
ALTER TABLE "RefreshRun" ADD COLUMN "answerDate" DATETIME;

-- The audit log tells when an organisation changed its time zone.
CREATE INDEX "AuditEntry_organisationId_action_idx" ON "AuditEntry"("organisationId", "action");
