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
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("organisationId", "week"),
    CONSTRAINT "Review_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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
    "completedAt" DATETIME NOT NULL,
    "completedByName" TEXT NOT NULL,
    "completedByRole" TEXT NOT NULL,

    PRIMARY KEY ("organisationId", "week", "number"),
    CONSTRAINT "ReviewRevision_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "direction" TEXT NOT NULL,
    "dueDay" TEXT NOT NULL,
    "setOn" TEXT NOT NULL,
    "startValue" REAL,
    "setByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Target_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TargetChange" (
    "targetId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "dueDay" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byName" TEXT NOT NULL,

    PRIMARY KEY ("targetId", "number"),
    CONSTRAINT "TargetChange_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedByName" TEXT,
    "changedAt" DATETIME,
    CONSTRAINT "Annotation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRevision_organisationId_seq_key" ON "ReviewRevision"("organisationId", "seq");

-- CreateIndex
CREATE INDEX "Target_organisationId_dueDay_idx" ON "Target"("organisationId", "dueDay");

-- CreateIndex
CREATE INDEX "Annotation_organisationId_fromDay_idx" ON "Annotation"("organisationId", "fromDay");



-- Append-only by the database's own hand. A migration that rebuilds this table drops its triggers: create them again in it.
CREATE TRIGGER "ReviewRevision_no_update" BEFORE UPDATE ON "ReviewRevision" BEGIN SELECT RAISE(ABORT, 'ReviewRevision is append-only'); END;
CREATE TRIGGER "ReviewRevision_no_delete" BEFORE DELETE ON "ReviewRevision" BEGIN SELECT RAISE(ABORT, 'ReviewRevision is append-only'); END;
