import { isAbsolute, resolve } from 'node:path';
import { checkBaseUrl } from '@/lib/adapters/enpass/address';
import type { SecretFiles } from '@/lib/adapters/secret-files';
import type { TimeZone } from '@/lib/domain/day';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/roles';
import type { FactorRequired } from '@/lib/domain/second-factor';
import type { SessionLimits } from '@/lib/domain/session';
import { type ConfigFault, type Environment, environmentSchema, missingVariables } from './environment';
import { readSecretFiles } from './secret-files';
import { secretWeakness } from './secret-weakness';

/** The environment, parsed and checked once at start. Holds secrets: never log or serialise it. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: URL;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly authSecret: string;
  /** The current key first; the others only open what they once sealed. */
  readonly encryptionKeys: readonly string[];
  /** True when the application made the first of them for itself, in DATA_DIR. */
  readonly encryptionKeyIsGenerated: boolean;
  readonly enpass: { readonly baseUrl: string; readonly token: string } | null;
  readonly enpassAttemptTimeoutMs: number;
  readonly enpassRunDeadlineMs: number;
  readonly enpassRetryBaseMs: number;
  readonly refreshPerMinute: number;
  readonly apiPerMinute: number;
  readonly organisation: { readonly name: string; readonly timeZone: TimeZone };
  readonly captureTime: string;
  readonly signIn: SignInConfig;
  readonly sessions: SessionLimits;
  /** Passwords that were stolen elsewhere: nobody may choose one. */
  readonly breachedPasswordsFile: string | null;
  /** After how many days network addresses and user agents of the audit log are blanked; null: never. */
  readonly auditRetentionDays: number | null;
  /** What outgoing requests go through, and for whom not (the text of NO_PROXY). */
  readonly proxy: { readonly url: string; readonly except: string } | null;
  readonly admin: { readonly email: string; readonly password: string } | null;
  /** `host:port` pairs that may be private or loopback. */
  readonly privateTargets: ReadonlySet<string>;
  readonly metricsToken: string | null;
  /** Whom /.well-known/security.txt names. */
  readonly securityContact: string | null;
  /** How many proxies in front set X-Forwarded-For; 0 trusts none. */
  readonly trustedProxies: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Whether each request is a line of the log. */
  readonly accessLog: boolean;
};

export type SignInConfig = {
  /** `sso`: passwords are for break-glass admins only. */
  readonly mode: Environment['SIGN_IN'];
  readonly provider: OidcProvider | null;
  /** Whose role must have a second factor; people of single sign-on only where `sso` is among them. */
  readonly factorRequired: FactorRequired;
};

/** How the identity provider is asked, and what its answers are worth here. */
export type OidcProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly name: string;
  /** Whoever no mapping names; `none` refuses who is not on the people page yet. */
  readonly defaultRole: Role | 'none';
  /** The claim that tells roles, and what its values mean; null: the people page tells. */
  readonly roles: { readonly claim: string; readonly map: ReadonlyMap<string, Role> } | null;
  /** In lower case; empty: any. */
  readonly domains: readonly string[];
  /** Takes an address without `email_verified` for verified; an explicit `false` still refuses. */
  readonly trustEmail: boolean;
};

export type BadConfiguration = { readonly kind: 'bad-configuration'; readonly faults: readonly ConfigFault[] };

type Place = { readonly projectRoot: string; readonly secretFiles: SecretFiles };

/** The whole environment, or every fault in it together. Relative paths count from the project's folder; a blank value counts as none. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  { projectRoot, secretFiles }: Place,
): Result<Config, BadConfiguration> {
  const files = readSecretFiles(Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim())));
  const { given } = files;
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...files.faults,
    ...(parsed.error?.issues.map(faultOf) ?? []),
    ...missingVariables(given),
    ...baseUrlFaults(given),
    ...issuerFaults(given),
  ];
  if (!parsed.success || faults.length > 0) return bad(faults);

  const dataDir = resolve(projectRoot, parsed.data.DATA_DIR);
  const secrets = secretsOf(parsed.data, dataDir, secretFiles);
  if (!secrets.ok) return secrets;
  return ok(configOf(parsed.data, { projectRoot, dataDir, ...secrets.value }));
}

/** The faults as lines for a terminal. */
export const describeFaults = (faults: readonly ConfigFault[]): string =>
  ['The configuration has faults (environment or .env):', ...faults.map((f) => `  ${f.variable} ${f.message}.`)].join(
    '\n',
  );

const bad = (faults: readonly ConfigFault[]) => fail({ kind: 'bad-configuration', faults });

function faultOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): ConfigFault {
  return { variable: String(issue.path[0]), message: issue.message };
}

// Asked apart from the schema, so that a bad address is named together with faults in other variables.
function baseUrlFaults(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  if (given.ENPASS_BASE_URL === undefined) return [];
  const targets = environmentSchema.shape.ALLOW_PRIVATE_TARGETS.safeParse(given.ALLOW_PRIVATE_TARGETS);
  const checked = checkBaseUrl(given.ENPASS_BASE_URL, targets.success ? targets.data : new Set());
  return checked.ok ? [] : [{ variable: 'ENPASS_BASE_URL', message: `is refused. ${checked.failure.message}` }];
}

// As for the base URL: what goes to the provider is as secret as what goes to Enpass.
function issuerFaults(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  const issuer = given.OIDC_ISSUER;
  const fault = { variable: 'OIDC_ISSUER' };
  if (given.SIGN_IN === 'sso' && issuer === undefined) {
    return [{ ...fault, message: 'is missing although SIGN_IN is sso' }];
  }
  if (issuer === undefined || !URL.canParse(issuer)) return [];
  const targets = environmentSchema.shape.ALLOW_PRIVATE_TARGETS.safeParse(given.ALLOW_PRIVATE_TARGETS);
  const checked = checkBaseUrl(issuer, targets.success ? targets.data : new Set());
  if (!checked.ok) return [{ ...fault, message: `is refused. ${checked.failure.message}` }];
  return /\{tenantid\}|\/(common|organizations|consumers)\//.test(decodeURI(issuer))
    ? [{ ...fault, message: 'is for every tenant. Use the issuer of your own one, with its id' }]
    : [];
}

type Secrets = { readonly authSecret: string; readonly encryptionKeys: readonly string[] };

function secretsOf(env: Environment, dataDir: string, files: SecretFiles): Result<Secrets, BadConfiguration> {
  const faults: ConfigFault[] = [];
  const kept = (name: 'auth-secret' | 'encryption-key'): readonly string[] => {
    const read = files.keep(dataDir, name);
    const weakness = read.ok ? read.value.map(secretWeakness).find((found) => found !== null) : null;
    if (!read.ok) faults.push({ variable: 'DATA_DIR', message: `cannot keep its file ${name} (${read.failure.code})` });
    if (weakness) faults.push({ variable: 'DATA_DIR', message: `has a damaged file ${name}: its content ${weakness}` });
    return read.ok ? read.value : [];
  };
  const [authSecret = ''] = env.AUTH_SECRET === undefined ? kept('auth-secret') : [env.AUTH_SECRET];
  const encryptionKeys = env.ENCRYPTION_KEY === undefined ? kept('encryption-key') : [env.ENCRYPTION_KEY];
  if (faults.length > 0) return bad(faults);
  const previous = env.ENCRYPTION_KEY_PREVIOUS === undefined ? [] : [env.ENCRYPTION_KEY_PREVIOUS];
  return ok({ authSecret, encryptionKeys: [...encryptionKeys, ...previous] });
}

function configOf(env: Environment, known: Secrets & { projectRoot: string; dataDir: string }): Config {
  const { projectRoot, dataDir, authSecret, encryptionKeys } = known;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? new URL(`http://localhost:${env.PORT}`),
    databaseUrl: databaseUrlOf(env, { projectRoot, dataDir }),
    dataDir,
    authSecret,
    encryptionKeys,
    encryptionKeyIsGenerated: env.ENCRYPTION_KEY === undefined,
    enpass: pair(env.ENPASS_BASE_URL, env.ENPASS_API_TOKEN, (baseUrl, token) => ({ baseUrl, token })),
    enpassAttemptTimeoutMs: env.ENPASS_ATTEMPT_TIMEOUT_MS,
    enpassRunDeadlineMs: env.ENPASS_RUN_DEADLINE_MS,
    enpassRetryBaseMs: env.ENPASS_RETRY_BASE_MS,
    refreshPerMinute: env.REFRESH_PER_MINUTE,
    apiPerMinute: env.API_PER_MINUTE,
    organisation: { name: env.ORG_NAME, timeZone: env.ORG_TIME_ZONE },
    captureTime: env.CAPTURE_TIME,
    signIn: { mode: env.SIGN_IN, provider: providerOf(env), factorRequired: env.REQUIRE_SECOND_FACTOR },
    sessions: {
      idleHours: env.SESSION_IDLE_HOURS,
      maxHours: env.SESSION_MAX_HOURS,
      adminMaxHours: env.SESSION_ADMIN_MAX_HOURS,
    },
    breachedPasswordsFile:
      env.BREACHED_PASSWORDS_FILE === undefined ? null : resolve(projectRoot, env.BREACHED_PASSWORDS_FILE),
    auditRetentionDays: env.AUDIT_RETENTION_DAYS ?? null,
    proxy: env.HTTPS_PROXY === undefined ? null : { url: env.HTTPS_PROXY, except: env.NO_PROXY },
    admin: pair(env.ADMIN_EMAIL, env.ADMIN_PASSWORD, (email, password) => ({ email, password })),
    privateTargets: env.ALLOW_PRIVATE_TARGETS,
    metricsToken: env.METRICS_TOKEN ?? null,
    securityContact: env.SECURITY_CONTACT ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
    accessLog: env.ACCESS_LOG === 'on',
  };
}

function providerOf(env: Environment): OidcProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME ?? new URL(issuer).hostname,
    defaultRole: env.OIDC_DEFAULT_ROLE,
    roles: pair(env.OIDC_ROLE_CLAIM, env.OIDC_ROLE_MAP, (claim, map) => ({ claim, map })),
    domains: env.OIDC_ALLOWED_DOMAINS,
    trustEmail: env.OIDC_TRUST_EMAIL,
  };
}

const pair = <A, B, T>(a: A | undefined, b: B | undefined, make: (a: A, b: B) => T): T | null =>
  a === undefined || b === undefined ? null : make(a, b);

/** With the path of a file from the root, or with the number of connections to a server. */
function databaseUrlOf(env: Environment, { projectRoot, dataDir }: { projectRoot: string; dataDir: string }): string {
  const url = env.DATABASE_URL ?? `file:${resolve(dataDir, 'adoption.db')}`;
  if (url.startsWith('file:')) return absoluteFileUrl(url, projectRoot);
  if (/[?&]connection_limit=/.test(url)) return url;
  return `${url}${url.includes('?') ? '&' : '?'}connection_limit=${env.DATABASE_CONNECTIONS}`;
}

function absoluteFileUrl(url: string, projectRoot: string): string {
  const path = url.replace(/^file:(\/\/(?=\/))?/, '');
  return `file:${isAbsolute(path) ? path : resolve(projectRoot, path)}`;
}
