import type { Organisation } from '@/lib/domain/organisation';
import type { Db } from '../drivers/db';
import type { OrganisationModel } from '../generated/sqlite/models';
import { storedZone } from './rows';

export type OrganisationStore = {
  first(): Promise<Organisation | null>;
  byId(id: string): Promise<Organisation | null>;
  /** False when the id is taken: of several processes at their first start, one creates it. */
  create(organisation: Organisation & { createdAt: Date }): Promise<boolean>;
  update(id: string, change: Partial<Omit<Organisation, 'id'>>): Promise<void>;
};

const columns = { id: true, name: true, timeZone: true, captureTime: true } as const;

export const organisationStore = ({ sql }: Db): OrganisationStore => ({
  first: async () =>
    organisationOrNull(
      await sql.organisation.findFirst({ select: columns, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    ),
  byId: async (id) => organisationOrNull(await sql.organisation.findUnique({ select: columns, where: { id } })),
  create: async ({ id, name, timeZone, captureTime, createdAt }) =>
    (await sql.$executeRaw`
      INSERT INTO "Organisation" ("id", "name", "timeZone", "captureTime", "createdAt")
      VALUES (${id}, ${name}, ${timeZone}, ${captureTime}, ${createdAt})
      ON CONFLICT ("id") DO NOTHING`) === 1,
  update: async (id, change) => {
    await sql.organisation.update({ where: { id }, data: change, select: { id: true } });
  },
});

const organisationOrNull = (row: Pick<OrganisationModel, keyof typeof columns> | null): Organisation | null =>
  row && { ...row, timeZone: storedZone(row.timeZone) };
