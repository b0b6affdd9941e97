-- CreateTable
CREATE TABLE "RunAttempt" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME NOT NULL,
    "status" INTEGER,
    "bytes" INTEGER,
    "sha256" TEXT,
    "failureKind" TEXT,
    "failureDetail" TEXT,
    "failureStatus" INTEGER,

    PRIMARY KEY ("runId", "number"),
    CONSTRAINT "RunAttempt_runId_fkey" FOREIGN KEY ("runId") REFERENCES "RefreshRun" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
