import { latestCredible } from '@/lib/domain/clock-skew';
import type { Db } from '../drivers/db';

export type Lease = { readonly runId: string; readonly fence: number; readonly expiresAt: Date };

export type LeaseStore = {
  /** The lease when it is free, expired, or ends too late to be believed; else null. One winner over all processes. `expired` is the dead run it was taken from. */
  take(
    organisationId: string,
    want: { runId: string; now: Date; expiresAt: Date },
  ): Promise<{ fence: number; expired: string | null } | null>;
  current(organisationId: string): Promise<Lease | null>;
  /** Locks the row; false when another run holds it by now. Call first inside the transaction that records. */
  holds(organisationId: string, lease: { runId: string; fence: number }): Promise<boolean>;
  release(organisationId: string, lease: { runId: string; fence: number }): Promise<void>;
};

/** A released lease keeps its row, so that the fence never counts from the start again. */
const nobody = '';

export const leaseStore = (db: Db): LeaseStore => ({
  take: (organisationId, want) => db.atomically((tx) => take(tx, organisationId, want)),
  current: async (organisationId) => {
    const row = await db.sql.refreshLease.findUnique({
      where: { organisationId },
      select: { runId: true, fence: true, expiresAt: true },
    });
    return row === null || row.runId === nobody ? null : row;
  },
  holds: async (organisationId, { runId, fence }) =>
    (await db.sql.$executeRaw`
      UPDATE "RefreshLease" SET "fence" = "fence"
      WHERE "organisationId" = ${organisationId} AND "runId" = ${runId} AND "fence" = ${fence}`) === 1,
  release: async (organisationId, { runId, fence }) => {
    await db.sql.refreshLease.updateMany({ where: { organisationId, runId, fence }, data: { runId: nobody } });
  },
});

async function take(db: Db, organisationId: string, want: { runId: string; now: Date; expiresAt: Date }) {
  const held = await lockRow(db, organisationId);
  const isCredible = held.expiresAt <= latestCredible(want.expiresAt);
  if (held.runId !== nobody && held.expiresAt > want.now && isCredible) return null;
  const fence = held.fence + 1;
  await db.sql.refreshLease.update({
    where: { organisationId },
    data: { runId: want.runId, fence, expiresAt: want.expiresAt },
    select: { fence: true },
  });
  return { fence, expired: held.runId === nobody ? null : held.runId };
}

/** The row, made when it is missing, and locked until the transaction ends. */
async function lockRow({ sql }: Db, organisationId: string): Promise<Lease> {
  const [row] = await sql.$queryRaw<Lease[]>`
    INSERT INTO "RefreshLease" ("organisationId", "runId", "fence", "expiresAt")
    VALUES (${organisationId}, ${nobody}, 0, ${new Date(0)})
    ON CONFLICT ("organisationId") DO UPDATE SET "fence" = "RefreshLease"."fence"
    RETURNING "runId", "fence", "expiresAt"`;
  if (row === undefined) throw new Error('the lease has no row');
  return row;
}
