import type { Db } from '../drivers/db';

/** Who somebody is at a provider; nothing else tells whose account it is. */
export type IdentityKey = { readonly issuer: string; readonly subject: string };

export type Linked = IdentityKey & {
  readonly userId: string;
  readonly linkedAt: Date;
  readonly lastSignInAt: Date | null;
};

export type IdentityStore = {
  find(key: IdentityKey): Promise<Linked | null>;
  link(key: IdentityKey & { userId: string; linkedAt: Date }): Promise<void>;
  signedIn(key: IdentityKey, at: Date): Promise<void>;
  /** Of one person; more than one where the provider was another once. */
  of(userId: string): Promise<Linked[]>;
  all(organisationId: string): Promise<Linked[]>;
};

const columns = { issuer: true, subject: true, userId: true, linkedAt: true, lastSignInAt: true } as const;

export const identityStore = ({ sql }: Db): IdentityStore => ({
  find: ({ issuer, subject }) =>
    sql.linkedIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: columns }),
  link: async (identity) => {
    await sql.linkedIdentity.create({ data: identity, select: { userId: true } });
  },
  signedIn: async ({ issuer, subject }, at) => {
    await sql.linkedIdentity.update({
      where: { issuer_subject: { issuer, subject } },
      data: { lastSignInAt: at },
      select: { userId: true },
    });
  },
  of: (userId) => sql.linkedIdentity.findMany({ where: { userId }, select: columns, orderBy: { linkedAt: 'asc' } }),
  all: (organisationId) =>
    sql.linkedIdentity.findMany({
      where: { user: { memberships: { some: { organisationId } } } },
      select: columns,
      orderBy: [{ linkedAt: 'asc' }, { subject: 'asc' }],
    }),
});
