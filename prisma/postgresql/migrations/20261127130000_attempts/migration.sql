-- CreateTable
CREATE TABLE "RunAttempt" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3) NOT NULL,
    "status" INTEGER,
    "bytes" INTEGER,
    "sha256" TEXT,
    "failureKind" TEXT,
    "failureDetail" TEXT,
    "failureStatus" INTEGER,

    CONSTRAINT "RunAttempt_pkey" PRIMARY KEY ("runId","number")
);

-- AddForeignKey
ALTER TABLE "RunAttempt" ADD CONSTRAINT "RunAttempt_runId_fkey" FOREIGN KEY ("runId") REFERENCES "RefreshRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
