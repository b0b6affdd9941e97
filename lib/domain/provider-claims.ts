import { type Role, roles } from './roles';

/** What a provider says of somebody: anything at all. */
export type Claims = Readonly<Record<string, unknown>>;

/** In the order in which they are believed. */
export type Said = readonly Claims[];

/**
 * The e-mail address, in lower case, null where there is none or it is not theirs for certain. `email_verified` must be exactly `true` beside
 * the address, and nothing else nowhere; where `trusts`, its absence will do, too.
 *
 * @example providedEmail([{ email: 'Ada@example.org', email_verified: true }], false) // 'ada@example.org'
 * @example providedEmail([{ email: 'ada@example.org', email_verified: 'true' }], false) // null
 * @example providedEmail([{ email: 'ada@example.org' }], true) // 'ada@example.org'
 * @example providedEmail([{ email: 'ada@example.org', email_verified: false }], true) // null
 */
export function providedEmail(said: Said, trusts: boolean): string | null {
  const found = said.flatMap(({ email }) => (typeof email === 'string' && email.trim() !== '' ? [lower(email)] : []));
  const [email] = found;
  if (email === undefined) return null;
  const about = said.filter((claims) => claims.email === undefined || lower(claims.email) === email);
  const marks = about.map(({ email_verified: mark }) => mark).filter((mark) => mark !== undefined && mark !== null);
  if (trusts) return marks.every((mark) => lower(mark) === 'true') ? email : null;
  return marks.length > 0 && marks.every((mark) => mark === true) ? email : null;
}

const lower = (value: unknown): string => String(value).trim().toLowerCase();

/**
 * Whether an address is of one of the domains, or there are none to be of; subdomains are others.
 *
 * @example isOfDomains('ada@example.org', ['example.org']) // true
 * @example isOfDomains('ada@sub.example.org', ['example.org']) // false
 */
export const isOfDomains = (email: string, domains: readonly string[]): boolean =>
  domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());

/** What they are called there, at most 100 characters; the part of the address before the @ where nothing fits. */
export function providedName(said: Said, email: string): string {
  const names = said.flatMap(({ name, given_name, family_name, preferred_username }) => [
    name,
    [given_name, family_name].filter((part) => typeof part === 'string').join(' '),
    preferred_username,
  ]);
  const fit = names.flatMap((name) => (typeof name === 'string' ? [tidy(name)] : [])).find((name) => name !== '');
  return fit ?? tidy(email.slice(0, email.lastIndexOf('@')));
}

const tidy = (name: string): string => Array.from(name.replaceAll(/\p{C}/gu, ' ').trim()).slice(0, 100).join('').trim();

export type ProvidedRole = {
  /** The highest that the map knows; null where none matches. */
  readonly role: Role | null;
  /** The provider sent where to ask for the list instead of the list (Entra ID, beyond 200 groups). */
  readonly isOverage: boolean;
};

/** What the map makes of a claim, which is named by a dotted path and holds a text or a list of them. */
export function providedRole(
  said: Said,
  { claim, map }: { claim: string; map: ReadonlyMap<string, Role> },
): ProvidedRole {
  const values = said.flatMap((claims) => textsIn(valueAt(claims, claim)));
  const found = values.flatMap((value) => map.get(value) ?? []);
  const [role = null] = found.toSorted((a, b) => roles.indexOf(b) - roles.indexOf(a));
  return { role, isOverage: values.length === 0 && said.some((claims) => pointsElsewhere(claims, claim)) };
}

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const pointsElsewhere = ({ _claim_names: names, hasgroups }: Claims, claim: string): boolean =>
  (isRecord(names) && Object.hasOwn(names, claim)) ||
  (claim === 'groups' && (hasgroups === true || hasgroups === 'true'));

/** The names of claims may hold dots themselves (`https://example.org/roles`): every way to read the path is tried, the whole name first. */
function valueAt(value: unknown, path: string): unknown {
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const found = Object.hasOwn(value, head) ? valueAt(value[head], path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
