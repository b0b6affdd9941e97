import { z } from 'zod';
import { roles, tokenScopes } from '@/lib/domain/roles';
import { id, instant, next, paging } from './common';

export const personPath = z.strictObject({ id });
export const personSessionPath = z.strictObject({ id, session: id });
export const personTokenPath = z.strictObject({ id, token: id });
export const ownSessionPath = z.strictObject({ session: id });
export const ownTokenPath = z.strictObject({ token: id });

export const listQuery = z.strictObject({
  ...paging,
  cursor: id.optional().meta({ description: 'The `next` of the page before' }),
});

export const endAllQuery = z.strictObject({
  current: z
    .enum(['0', '1'], { error: '1 or 0' })
    .optional()
    .meta({ description: '`1`: the one that asks, too, which is spared otherwise' }),
});

const statuses = ['invited', 'active', 'disabled'] as const;

export const personSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    status: z.enum(statuses),
    lastSignInAt: instant.nullable(),
    secondFactor: z.enum(['none', 'totp', 'passkey', 'sso']),
  })
  .meta({ id: 'Person' });

export const sessionSchema = z
  .strictObject({
    id: z.string(),
    current: z.boolean().meta({ description: 'The one that asks' }),
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant.meta({ description: 'When it ends in any case; earlier when it is not used' }),
    userAgent: z.string(),
    network: z.string().nullable().meta({ description: 'The address it was opened from' }),
    signedInBy: z.enum(['password', 'sso', 'passkey']),
  })
  .meta({ id: 'Session' });

export const tokenSchema = z
  .strictObject({
    id: z.string(),
    current: z.boolean().meta({ description: 'The one that asks' }),
    name: z.string(),
    last4: z.string().meta({ description: 'How its text ends' }),
    scope: z.enum(tokenScopes),
    owner: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    lastNetwork: z.string().nullable().meta({ description: 'The address it was used from last' }),
    expiresAt: instant.nullable().meta({ description: 'Null for tokens of before every one had an end' }),
  })
  .meta({ id: 'Token' });

export const personListSchema = z.strictObject({ data: z.array(personSchema), next });
export const sessionListSchema = z.strictObject({ data: z.array(sessionSchema), next });
export const tokenListSchema = z.strictObject({ data: z.array(tokenSchema), next });
export const endedSchema = z.strictObject({ ended: z.int() });
export const revokedSchema = z.strictObject({ revoked: z.int() });

type PersonJson = z.output<typeof personSchema>;
type SessionJson = z.output<typeof sessionSchema>;
type TokenJson = z.output<typeof tokenSchema>;

/** The same with instants as they are kept. */
type Kept<T> = { readonly [key in keyof T]: key extends `${string}At` ? Date | Extract<T[key], null> : T[key] };

export const personJson = (person: Kept<PersonJson>): PersonJson => ({
  id: person.id,
  email: person.email,
  name: person.name,
  role: person.role,
  status: person.status,
  lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
  secondFactor: person.secondFactor,
});

export const sessionJson = (session: Kept<SessionJson>): SessionJson => ({
  id: session.id,
  current: session.current,
  createdAt: session.createdAt.toISOString(),
  lastSeenAt: session.lastSeenAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
  userAgent: session.userAgent,
  network: session.network,
  signedInBy: session.signedInBy,
});

export const tokenJson = (token: Kept<TokenJson>): TokenJson => ({
  id: token.id,
  current: token.current,
  name: token.name,
  last4: token.last4,
  scope: token.scope,
  owner: token.owner,
  createdAt: token.createdAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  lastNetwork: token.lastNetwork,
  expiresAt: token.expiresAt?.toISOString() ?? null,
});
