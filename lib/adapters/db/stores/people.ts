import type { Role } from '@/lib/domain/roles';
import type { Db } from '../drivers/db';
import { oneOf, roleIn } from './rows';

export type PersonStatus = 'invited' | 'active' | 'disabled';

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly status: PersonStatus;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly hasPassword: boolean;
  /** May sign in by password whatever SIGN_IN says. */
  readonly isBreakGlass: boolean;
};

export type Credentials = {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly status: PersonStatus;
  /** Browsers known from before, or from this very moment, are strangers. */
  readonly devicesSince: Date | null;
  /** May sign in by password whatever SIGN_IN says. */
  readonly isBreakGlass: boolean;
};

export type PeopleStore = {
  /** True once anybody exists: then set-up is closed for ever. */
  any(): Promise<boolean>;
  /** `emailTaken` when the address (compared in lower case) belongs to somebody already. */
  create(
    organisationId: string,
    person: {
      id: string;
      email: string;
      name: string;
      role: Role;
      status: PersonStatus;
      passwordHash: string | null;
      createdAt: Date;
      isBreakGlass?: boolean;
    },
  ): Promise<'created' | 'emailTaken'>;
  all(organisationId: string): Promise<Person[]>;
  byId(organisationId: string, id: string): Promise<Person | null>;
  byEmail(organisationId: string, email: string): Promise<Person | null>;
  /** For sign-in: everything needed to judge one guess, by address only. */
  credentials(email: string): Promise<Credentials | null>;
  setPassword(id: string, passwordHash: string, at: Date): Promise<void>;
  /** Whatever browser was known before is a stranger again. */
  forgetDevices(id: string, at: Date): Promise<void>;
  setStatus(id: string, status: PersonStatus): Promise<void>;
  setRole(organisationId: string, id: string, role: Role): Promise<void>;
  setName(id: string, name: string): Promise<void>;
  /** `emailTaken` when it belongs to somebody else; inside `atomically`, after counting admins, no other change can come between. */
  setEmail(id: string, email: string): Promise<'changed' | 'emailTaken'>;
  /** Deletes somebody who never signed in and owns no token, with their open links; false, and nothing is changed, for anybody else. */
  removeUnseen(id: string): Promise<boolean>;
  signedIn(id: string, at: Date): Promise<void>;
  /** Whether an active admin may sign in by password whatever SIGN_IN says. */
  anyBreakGlassAdmin(organisationId: string): Promise<boolean>;
  /** Active admins, counted under a lock when inside `atomically`, so that two demotions cannot both pass. */
  countActiveAdmins(organisationId: string): Promise<number>;
};

const statusIn = oneOf('status', ['invited', 'active', 'disabled'] as const satisfies PersonStatus[]);

const memberColumns = {
  role: true,
  user: {
    select: {
      id: true,
      email: true,
      name: true,
      status: true,
      passwordHash: true,
      createdAt: true,
      lastSignInAt: true,
      breakGlassSince: true,
    },
  },
} as const;

type Member = {
  role: string;
  user: Omit<Person, 'role' | 'status' | 'hasPassword' | 'isBreakGlass'> & {
    status: string;
    passwordHash: string | null;
    breakGlassSince: Date | null;
  };
};

export const peopleStore = (db: Db): PeopleStore => {
  const { sql } = db;
  const change = async (id: string, data: Parameters<typeof sql.user.update>[0]['data']) => {
    await sql.user.update({ where: { id }, data, select: { id: true } });
  };
  const member = async (organisationId: string, user: { id: string } | { email: string }) => {
    const row = await sql.membership.findFirst({ where: { organisationId, user }, select: memberColumns });
    return row === null ? null : person(row);
  };
  return {
    any: async () => (await sql.user.findFirst({ select: { id: true } })) !== null,
    create: (organisationId, person) => db.atomically((tx) => create(tx, organisationId, person)),
    all: async (organisationId) => {
      const rows = await sql.membership.findMany({
        where: { organisationId },
        select: memberColumns,
        orderBy: [{ user: { createdAt: 'asc' } }, { userId: 'asc' }],
      });
      return rows.map(person);
    },
    byId: (organisationId, id) => member(organisationId, { id }),
    byEmail: (organisationId, email) => member(organisationId, { email: email.toLowerCase() }),
    credentials: async (email) => {
      const row = await sql.user.findUnique({
        where: { email: email.toLowerCase() },
        select: { id: true, passwordHash: true, status: true, devicesSince: true, breakGlassSince: true },
      });
      if (row === null) return null;
      const { breakGlassSince, ...rest } = row;
      return { ...rest, status: statusIn(row.status), isBreakGlass: breakGlassSince !== null };
    },
    setPassword: (id, passwordHash, at) => change(id, { passwordHash, passwordChangedAt: at }),
    forgetDevices: (id, at) => change(id, { devicesSince: at }),
    setStatus: (id, status) => change(id, { status }),
    setRole: async (organisationId, userId, role) => {
      await sql.membership.update({
        where: { organisationId_userId: { organisationId, userId } },
        data: { role },
        select: { role: true },
      });
    },
    setName: (id, name) => change(id, { name }),
    setEmail: async (id, email) => {
      // One statement asks and writes: an error would end the whole transaction on PostgreSQL.
      const changed = await sql.$executeRaw`
        UPDATE "User" SET "email" = ${email.toLowerCase()} WHERE "id" = ${id}
        AND NOT EXISTS (SELECT 1 FROM "User" o WHERE o."email" = ${email.toLowerCase()} AND o."id" <> ${id})`;
      return changed === 1 ? 'changed' : 'emailTaken';
    },
    removeUnseen: (id) => db.atomically((tx) => removeUnseen(tx, id)),
    signedIn: (id, at) => change(id, { lastSignInAt: at }),
    anyBreakGlassAdmin: async (organisationId) => {
      const user = { status: 'active', breakGlassSince: { not: null }, passwordHash: { not: null } };
      return (await sql.membership.count({ where: { organisationId, role: 'admin', user } })) > 0;
    },
    countActiveAdmins: async (organisationId) => {
      if (db.inTransaction) await lockPeople(db, organisationId);
      return sql.membership.count({ where: { organisationId, role: 'admin', user: { status: 'active' } } });
    },
  };
};

async function create(
  { sql }: Db,
  organisationId: string,
  { role, ...person }: Parameters<PeopleStore['create']>[1],
): Promise<'created' | 'emailTaken'> {
  const { id, name, status, passwordHash, createdAt, isBreakGlass = false } = person;
  // Whoever takes or changes an address passes here one by one.
  await lockPeople({ sql }, organisationId);
  // Not `create` and a caught error: on PostgreSQL an error ends the whole transaction this may be part of.
  const inserted = await sql.$executeRaw`
    INSERT INTO "User"
      ("id", "email", "name", "status", "passwordHash", "passwordChangedAt", "createdAt", "breakGlassSince")
    VALUES (${id}, ${person.email.toLowerCase()}, ${name}, ${status}, ${passwordHash},
            ${passwordHash === null ? null : createdAt}, ${createdAt}, ${isBreakGlass ? createdAt : null})
    ON CONFLICT ("email") DO NOTHING`;
  if (inserted === 0) return 'emailTaken';
  await sql.membership.create({ data: { organisationId, userId: id, role }, select: { role: true } });
  return 'created';
}

async function removeUnseen({ sql }: Db, id: string): Promise<boolean> {
  // A row lock that a sign-in under way has to wait for.
  const unseen = await sql.$executeRaw`
    UPDATE "User" SET "name" = "name" WHERE "id" = ${id} AND "lastSignInAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "ApiToken" t WHERE t."userId" = ${id})
    AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."userId" = ${id})`;
  if (unseen === 0) return false;
  await sql.oneTimeLink.deleteMany({ where: { userId: id } });
  await sql.membership.deleteMany({ where: { userId: id } });
  await sql.user.delete({ where: { id }, select: { id: true } });
  return true;
}

/** One row that everybody who counts admins has to pass; a no-op update is a row lock that both databases know. */
async function lockPeople({ sql }: Pick<Db, 'sql'>, organisationId: string): Promise<void> {
  await sql.$executeRaw`UPDATE "Organisation" SET "name" = "name" WHERE "id" = ${organisationId}`;
}

function person({ role, user: { passwordHash, breakGlassSince, ...user } }: Member): Person {
  return {
    ...user,
    role: roleIn(role),
    status: statusIn(user.status),
    hasPassword: passwordHash !== null,
    isBreakGlass: breakGlassSince !== null,
  };
}
