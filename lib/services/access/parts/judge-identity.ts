import { z } from 'zod';
import type { OidcProvider } from '@/lib/config/config';
import { isOfDomains, providedEmail, providedName, providedRole } from '@/lib/domain/provider-claims';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/roles';
import { email as emailField } from '../../people/parts/person-fields';

const claims = z.record(z.string(), z.unknown());

/** What the adapter hands on of a checked ID token and of userinfo. */
export const providerIdentity = z.object({
  issuer: z.string().regex(/^\P{C}{1,2000}$/u),
  subject: z.string().regex(/^\P{C}{1,255}$/u),
  idToken: claims,
  userInfo: claims.nullable(),
});

export type IdentityRefusal =
  /** No provider, or SIGN_IN leaves it out. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'email-unverified' }
  | { readonly kind: 'domain-refused' }
  /** The address belongs to an account that only an admin may join with it. */
  | { readonly kind: 'ask-admin' }
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'no-role' }
  | { readonly kind: 'person-disabled' };

export type JudgedIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  /** What the provider's claim makes them; null where no map is set, `none` where it gives them no role. */
  readonly role: Role | 'none' | null;
  readonly isOverage: boolean;
};

/** What of an identity holds whoever it belongs to here. Judged at every sign-in: what was right yesterday may have been taken away. */
export function judgeIdentity(
  { issuer, subject, idToken, userInfo }: z.output<typeof providerIdentity>,
  { trustEmail, domains, roles, defaultRole }: OidcProvider,
): Result<JudgedIdentity, IdentityRefusal> {
  const said = userInfo === null ? [idToken] : [userInfo, idToken];
  const provided = emailField.safeParse(providedEmail(said, trustEmail));
  if (!provided.success) return fail({ kind: 'email-unverified' });
  const email = provided.data;
  if (!isOfDomains(email, domains)) return fail({ kind: 'domain-refused' });
  const told = roles === null ? null : providedRole(said, roles);
  return ok({
    issuer,
    subject,
    email,
    name: providedName(said, email),
    role: told === null ? null : (told.role ?? defaultRole),
    isOverage: told?.isOverage ?? false,
  });
}
