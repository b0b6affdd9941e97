-- CreateTable
CREATE TABLE "Forecast" (
    "organisationId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "madeOn" TEXT NOT NULL,
    "forDay" TEXT NOT NULL,
    "low" REAL NOT NULL,
    "middle" REAL NOT NULL,
    "high" REAL NOT NULL,

    PRIMARY KEY ("organisationId", "metric", "madeOn", "forDay"),
    CONSTRAINT "Forecast_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
