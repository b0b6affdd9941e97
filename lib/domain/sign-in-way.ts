/** How a session began. */
export const signInWays = ['password', 'sso', 'passkey'] as const;
export type SignInWay = (typeof signInWays)[number];

/** What somebody has beside a password; `sso` is the provider's matter, for who came by it and has none here. */
export type SecondFactor = 'none' | 'totp' | 'passkey' | 'sso';
