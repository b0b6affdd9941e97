import { sqltag as sql } from '@prisma/client/runtime/client';
import type { Organisation } from '@/lib/domain/organisation';
import type { Role } from '@/lib/domain/roles';
import { roleIn, storedZone } from './rows';

/** A live session or token with its owner's current role: one statement, asked on every request. */
export type Owner = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly organisation: Organisation;
};

/** Columns of a person and their organisation, for a statement that joins "User" u, "Membership" m and "Organisation" o. */
export const ownerColumns = sql`u."id", u."name", u."email", m."role",
  o."id" AS "organisationId", o."name" AS "organisationName", o."timeZone", o."captureTime",
  EXISTS (SELECT 1 FROM "Totp" f WHERE f."userId" = u."id" AND f."confirmedAt" IS NOT NULL) AS "hasTotp",
  EXISTS (SELECT 1 FROM "Passkey" k WHERE k."userId" = u."id") AS "hasPasskey"`;

export type OwnerRow = {
  id: string;
  name: string;
  email: string;
  role: string;
  hasTotp: Flag;
  hasPasskey: Flag;
  organisationId: string;
  organisationName: string;
  timeZone: string;
  captureTime: string;
};

/** SQLite answers what is true or not in numbers. */
export type Flag = boolean | number | bigint;

export const ownerIn = ({ id, name, email, role, hasTotp, hasPasskey, ...organisation }: OwnerRow): Owner => ({
  id,
  name,
  email,
  role: roleIn(role),
  hasTotp: Boolean(hasTotp),
  hasPasskey: Boolean(hasPasskey),
  organisation: {
    id: organisation.organisationId,
    name: organisation.organisationName,
    timeZone: storedZone(organisation.timeZone),
    captureTime: organisation.captureTime,
  },
});
