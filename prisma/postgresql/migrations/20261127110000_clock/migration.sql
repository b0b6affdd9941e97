ALTER TABLE "Reading" ADD COLUMN "answerDate" TIMESTAMP(3);
ALTER TABLE "Snapshot" ADD COLUMN "answerDate" TIMESTAMP(3);
ALTER TABLE "Snapshot" ADD COLUMN "takenBefore" TIMESTAMP(3);
ALTER TABLE "RefreshRun" ADD COLUMN "answerDate" TIMESTAMP(3);

-- The audit log tells when an organisation changed its time zone.
CREATE INDEX "AuditEntry_organisationId_action_idx" ON "AuditEntry"("organisationId", "action");
