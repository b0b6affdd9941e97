-- CreateTable
CREATE TABLE "Forecast" (
    "organisationId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "madeOn" TEXT NOT NULL,
    "forDay" TEXT NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "middle" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Forecast_pkey" PRIMARY KEY ("organisationId","metric","madeOn","forDay")
);

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
