import { z } from 'zod';
import { readAddress } from '@/lib/adapters/db/postgres/address';
import { isTimeOfDay, isTimeZone } from '@/lib/domain/day';
import { longestOrganisationName } from '@/lib/domain/organisation';
import { type Role, roles } from '@/lib/domain/roles';
import { secretWeakness } from './secret-weakness';

/** Every variable of the environment, its default and its form. Messages never repeat a value: it may be a secret in the wrong place. */
export const environmentSchema = z.object({
  PORT: integer(0, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is not a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: origin().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.*[^/\\]|postgres(ql)?:\/\/.+)$/, {
      error: 'is neither a file: URL with a file name nor a postgresql:// URL',
      abort: true,
    })
    .superRefine(refuseAddress)
    .optional(),
  DATABASE_CONNECTIONS: integer(1, 1000, 10),
  DATA_DIR: z.string().default('./data'),
  AUTH_SECRET: secret().optional(),
  ENCRYPTION_KEY: secret().optional(),
  ENCRYPTION_KEY_PREVIOUS: secret().optional(),
  ENPASS_BASE_URL: z.string().optional(),
  ENPASS_API_TOKEN: headerText().optional(),
  ENPASS_ATTEMPT_TIMEOUT_MS: integer(10, 3_600_000, 15_000),
  ENPASS_RUN_DEADLINE_MS: integer(10, 3_600_000, 60_000),
  ENPASS_RETRY_BASE_MS: integer(10, 3_600_000, 1_000),
  REFRESH_PER_MINUTE: integer(1, 1_000_000, 6),
  API_PER_MINUTE: integer(1, 1_000_000, 120),
  ORG_NAME: z
    .string()
    .trim()
    .min(1, 'is blank')
    .max(longestOrganisationName, `is longer than ${longestOrganisationName} characters`)
    .default('My organisation'),
  ORG_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not a time zone of the IANA list, such as Europe/Berlin')
    .default('UTC'),
  CAPTURE_TIME: z.string().refine(isTimeOfDay, 'is not a time of day from 00:00 to 23:59').default('06:00'),
  ADMIN_EMAIL: z.email('is not an e-mail address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(12, 'has fewer than 12 characters')
    .max(128, 'has more than 128 characters')
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  OIDC_DEFAULT_ROLE: z.enum([...roles, 'none'], { error: `is not one of ${roles.join(', ')}, none` }).default('viewer'),
  OIDC_ROLE_CLAIM: z
    .string()
    .regex(/^[^\s.]+(\.[^\s.]+)*$/, 'is not the name of a claim, or names joined by dots')
    .optional(),
  OIDC_ROLE_MAP: roleMap().optional(),
  OIDC_ALLOWED_DOMAINS: domains(),
  OIDC_TRUST_EMAIL: z
    .enum(['true', 'false'], { error: 'is neither true nor false' })
    .default('false')
    .transform((text) => text === 'true'),
  SIGN_IN: z.enum(['both', 'sso', 'password'], { error: 'is not one of both, sso, password' }).default('both'),
  REQUIRE_SECOND_FACTOR: factorRoles(),
  SESSION_IDLE_HOURS: integer(1, 8760, 24),
  SESSION_MAX_HOURS: integer(1, 8760, 168),
  SESSION_ADMIN_MAX_HOURS: integer(1, 8760, 12),
  BREACHED_PASSWORDS_FILE: z.string().optional(),
  AUDIT_RETENTION_DAYS: wholeNumber(1, 36_500).optional(),
  HTTPS_PROXY: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  NO_PROXY: z.string().default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().optional(),
  ALLOW_PRIVATE_TARGETS: hostsAndPorts(),
  TRUSTED_PROXIES: integer(0, 10, 0),
  METRICS_TOKEN: headerText().optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|tel:|https:\/\/)[\x21-\x7e]+$/, 'is not a mailto:, tel: or https:// address')
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is not one of debug, info, warn, error, silent' })
    .default('info'),
  ACCESS_LOG: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('off'),
});

export type Environment = z.output<typeof environmentSchema>;

/** `message` reads on from the variable's name and repeats no value. */
export type ConfigFault = { readonly variable: string; readonly message: string };

/** What is missing beside what is set; asked of the raw text, so that a fault elsewhere hides none of it. */
export function missingVariables(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  const set = (name: string) => given[name] !== undefined;
  const alone = together.flatMap((group) =>
    group
      .filter((name) => group.some(set) && !set(name))
      .map((name) => ({
        variable: name,
        message: `is missing although ${group.filter(set).join(' and ')} is set`,
      })),
  );
  if (!given.DATABASE_URL?.startsWith('postgres')) return alone;
  const shared = ['AUTH_SECRET', 'ENCRYPTION_KEY'].filter((name) => !set(name));
  const message = 'must be set with PostgreSQL, because several instances share it (openssl rand -base64 48)';
  return [...alone, ...shared.map((variable) => ({ variable, message }))];
}

/** Each of these means nothing without the others. */
const together = [
  ['ENPASS_BASE_URL', 'ENPASS_API_TOKEN'],
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['OIDC_ROLE_CLAIM', 'OIDC_ROLE_MAP'],
  ['SMTP_URL', 'MAIL_FROM'],
];

function integer(min: number, max: number, fallback: number) {
  return wholeNumber(min, max).prefault(String(fallback));
}

/** Without a default: a default inside of `optional()` would still hold. */
function wholeNumber(min: number, max: number) {
  const message = `is not a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message));
}

function refuseAddress(url: string, issues: z.core.$RefinementCtx<string>) {
  const read = url.startsWith('file:') ? null : readAddress(url);
  for (const message of read?.ok === false ? read.failure.faults : []) issues.addIssue({ code: 'custom', message });
}

function secret() {
  return z.string().superRefine((value, issues) => {
    const weakness = secretWeakness(value);
    if (weakness !== null) issues.addIssue({ code: 'custom', message: weakness });
  });
}

/** `value=role,value=role`; a value may hold an equals sign, no role does. */
function roleMap() {
  return z.string().transform((text, issues): ReadonlyMap<string, Role> => {
    const pairs = listed(text).map((entry) => {
      const at = entry.lastIndexOf('=');
      return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()] as const;
    });
    const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);
    const known = pairs.flatMap(([value, role]) => (value !== '' && isRole(role) ? [[value, role] as const] : []));
    if (known.length === pairs.length && known.length > 0) return new Map(known);
    issues.addIssue({ code: 'custom', message: `is not value=role,value=role with roles of ${roles.join(', ')}` });
    return z.NEVER;
  });
}

function domains() {
  return z
    .string()
    .default('')
    .transform((text) => listed(text.toLowerCase()))
    .refine(
      (names) => names.every((name) => /^[^\s@]+\.[^\s@.]+$/.test(name)),
      'is not a comma-separated list of domains, such as example.com',
    );
}

function factorRoles() {
  const allowed = [...roles, 'sso'] as const;
  const message = `is not a comma-separated list of ${allowed.join(', ')}`;
  return z
    .string()
    .default('')
    .transform(listed)
    .pipe(z.array(z.enum(allowed, { error: message })))
    .transform((names): ReadonlySet<(typeof allowed)[number]> => new Set(names));
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function headerText() {
  return z.string().regex(/^[\x21-\x7e]+$/, 'holds blanks or characters that no HTTP header can carry');
}

function origin() {
  return z.string().transform((value, issues) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url;
    issues.addIssue({
      code: 'custom',
      message: 'is not an origin, such as https://adoption.example.com, without a path',
    });
    return z.NEVER;
  });
}

function hostsAndPorts() {
  return z
    .string()
    .default('')
    .transform((text) => new Set(listed(text.toLowerCase())))
    .refine(
      (entries) => [...entries].every((entry) => /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):\d{1,5}$/.test(entry)),
      'is not a comma-separated list of host:port',
    );
}
