-- CreateTable
CREATE TABLE "Review" (
    "organisationId" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "happened" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "changedByName" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("organisationId","week")
);

-- CreateTable
CREATE TABLE "ReviewRevision" (
    "organisationId" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "documentSha256" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "completedAt" TIMESTAMP(3) NOT NULL,
    "completedByName" TEXT NOT NULL,
    "completedByRole" TEXT NOT NULL,

    CONSTRAINT "ReviewRevision_pkey" PRIMARY KEY ("organisationId","week","number")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "direction" TEXT NOT NULL,
    "dueDay" TEXT NOT NULL,
    "setOn" TEXT NOT NULL,
    "startValue" DOUBLE PRECISION,
    "setByName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetChange" (
    "targetId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "dueDay" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "TargetChange_pkey" PRIMARY KEY ("targetId","number")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedByName" TEXT,
    "changedAt" TIMESTAMP(3),

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRevision_organisationId_seq_key" ON "ReviewRevision"("organisationId", "seq");

-- CreateIndex
CREATE INDEX "Target_organisationId_dueDay_idx" ON "Target"("organisationId", "dueDay");

-- CreateIndex
CREATE INDEX "Annotation_organisationId_fromDay_idx" ON "Annotation"("organisationId", "fromDay");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRevision" ADD CONSTRAINT "ReviewRevision_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetChange" ADD CONSTRAINT "TargetChange_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only by the database's own hand.
CREATE TRIGGER "ReviewRevision_no_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReviewRevision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
