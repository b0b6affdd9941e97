import type { SecondFactor } from '@/lib/domain/sign-in-way';

/** What somebody has beside a password, in a few words. */
export const secondFactorWords: Readonly<Record<SecondFactor, string>> = {
  none: 'None',
  totp: 'App for codes',
  passkey: 'Passkey',
  sso: 'By the company’s sign-in',
};
