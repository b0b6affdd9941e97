-- AlterTable
ALTER TABLE "Review" ADD COLUMN      "changedById" TEXT;
