import { z } from 'zod';

const duration = (fallback: number) => z.coerce.number().int().min(10).max(3_600_000).default(fallback);
const perMinute = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000).default(fallback);

export const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ENPASS_ATTEMPT_TIMEOUT_MS: duration(15_000),
  ENPASS_RUN_DEADLINE_MS: duration(60_000),
  ENPASS_RETRY_BASE_MS: duration(1_000),
  REFRESH_PER_MINUTE: perMinute(6),
  API_PER_MINUTE: perMinute(120),
});

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
  readonly enpass: { readonly baseUrl: string; readonly token: string } | null;
  readonly enpassAttemptTimeoutMs: number;
  readonly enpassRunDeadlineMs: number;
  readonly enpassRetryBaseMs: number;
  readonly refreshPerMinute: number;
  readonly apiPerMinute: number;
  readonly organisation: { readonly name: string; readonly timeZone: string };
  readonly captureTime: string;
  readonly admin: { readonly email: string; readonly password: string } | null;
  /** `host:port` pairs that may be private or loopback. */
  readonly privateTargets: ReadonlySet<string>;
  readonly metricsToken: string | null;
  /** How many proxies in front set X-Forwarded-For; 0 trusts none. */
  readonly trustedProxies: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};
