/** What people are told who wanted in by their company's sign-in: a fact and a cure, never the cause. `name` is the provider's. */
const refusals: Readonly<Record<string, (name: string) => string>> = {
  'provider-away': (name) => `${name} does not answer. Try again in a moment.`,
  'provider-misconfigured': (name) => `Signing in by ${name} does not work at the moment. Tell your administrator.`,
  'answer-refused': (name) => `What ${name} answered was not accepted. Try again; tell your administrator if it stays.`,
  'provider-refused': (name) => `${name} did not sign you in. Try again, or ask whoever looks after it.`,
  'attempt-over': () => 'This attempt is over. Start again here.',
  'email-unverified': (name) =>
    `${name} does not confirm that your e-mail address is yours. Confirm it there, or ask your administrator.`,
  'domain-refused': () => 'Addresses like yours are not let in here. Use the account of your company.',
  'ask-admin': (name) =>
    `An account with your address is here, but ${name} cannot open it. Ask your administrator to look into it.`,
  'not-invited': () => 'You are not among the people here yet. Ask your administrator to invite you.',
  'no-role': (name) => `${name} gives you no role here. Ask your administrator.`,
  'person-disabled': () => 'Your account is disabled. Ask your administrator.',
};

/** Null for a kind that is none of these. */
export const providerRefusal = (kind: string, name: string): string | null =>
  Object.hasOwn(refusals, kind) ? (refusals[kind]?.(name) ?? null) : null;

const faults: Readonly<Record<string, string>> = {
  'provider-away': 'It did not answer',
  'provider-misconfigured': 'It cannot be worked with as it is set up',
  'answer-refused': 'Its answer was not accepted',
};

/** The same for an admin, who is told the cause beside it. */
export const providerFaultTitle = (kind: string): string => faults[kind] ?? 'It let nobody in';

export const modeWords = {
  both: 'Single sign-on and passwords',
  sso: 'Single sign-on; passwords for break-glass admins alone',
  password: 'Passwords alone',
} as const;

/** Which ways in somebody has, in words. */
export function waysWords({
  isLinked,
  hasPassword,
  isBreakGlass,
}: {
  isLinked: boolean;
  hasPassword: boolean;
  isBreakGlass: boolean;
}): string {
  const ways = [isLinked && 'single sign-on', hasPassword && (isBreakGlass ? 'password (break-glass)' : 'password')];
  const words = ways.filter((way) => way !== false).join(', ');
  return words === '' ? 'none yet' : words.charAt(0).toUpperCase() + words.slice(1);
}

export const domainsWords = (domains: readonly string[]): string =>
  domains.length === 0 ? 'of any domain' : `of ${domains.join(', ')}`;
