import type { SecondFactor } from '@/lib/domain/sign-in-way';
import type { Db } from '../drivers/db';

export type FactorStore = {
  /** What each person of an organisation has beside a password; who has nothing is not in it. */
  held(organisationId: string): Promise<ReadonlyMap<string, Exclude<SecondFactor, 'none' | 'sso'>>>;
  /** Whether somebody gets in where everybody else has to come by the company's provider. */
  isBreakGlass(userId: string): Promise<boolean>;
};

export const factorStore = ({ sql }: Db): FactorStore => ({
  isBreakGlass: async (userId) =>
    (await sql.user.findFirst({ where: { id: userId, breakGlassSince: { not: null } }, select: { id: true } })) !==
    null,
  held: async (organisationId) => {
    const user = { memberships: { some: { organisationId } } };
    const [passkeys, totps] = await Promise.all([
      sql.passkey.findMany({ where: { user }, select: { userId: true }, distinct: ['userId'] }),
      sql.totp.findMany({ where: { user, confirmedAt: { not: null } }, select: { userId: true } }),
    ]);
    return new Map([
      ...passkeys.map(({ userId }) => [userId, 'passkey'] as const),
      ...totps.map(({ userId }) => [userId, 'totp'] as const),
    ]);
  },
});
