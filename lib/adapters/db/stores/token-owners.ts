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
  readonly organisation: Organisation;
};

/** Columns of a person and their organisation, for a statement that joins "User" u, "Membership" m and "Organisation" o. */
export const ownerColumns = sql`u."id", u."name", u."email", m."role",
  o."id" AS "organisationId", o."name" AS "organisationName", o."timeZone", o."captureTime"`;

export type OwnerRow = {
  id: string;
  name: string;
  email: string;
  role: string;
  organisationId: string;
  organisationName: string;
  timeZone: string;
  captureTime: string;
};

export const ownerIn = ({ id, name, email, role, ...organisation }: OwnerRow): Owner => ({
  id,
  name,
  email,
  role: roleIn(role),
  organisation: {
    id: organisation.organisationId,
    name: organisation.organisationName,
    timeZone: storedZone(organisation.timeZone),
    captureTime: organisation.captureTime,
  },
});
