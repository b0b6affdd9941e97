import { readFileSync } from 'node:fs';
import type { ConfigFault } from './environment';

/** Every secret may also stand in a file whose path `NAME_FILE` gives, as container platforms hand them out. */
export const secretVariables = [
  'AUTH_SECRET',
  'ENCRYPTION_KEY',
  'ENCRYPTION_KEY_PREVIOUS',
  'ENPASS_API_TOKEN',
  'OIDC_CLIENT_SECRET',
  'DATABASE_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
  'ADMIN_PASSWORD',
] as const;

type Given = Readonly<Record<string, string | undefined>>;

/** The environment with the secrets of such files in their places, and what is wrong with the files. */
export function readSecretFiles(env: Given): { given: Given; faults: readonly ConfigFault[] } {
  const given: Record<string, string | undefined> = { ...env };
  const faults: ConfigFault[] = [];
  for (const name of secretVariables) {
    const variable = `${name}_FILE`;
    const path = env[variable];
    if (path === undefined) continue;
    const content = contentOf(path);
    if (env[name] !== undefined) faults.push({ variable, message: `is set beside ${name}; one of them must go` });
    else if (content.fault === null) given[name] = content.text;
    else faults.push({ variable, message: content.fault });
  }
  return { given, faults };
}

/** Without one last line feed or CRLF, which editors put there. */
function contentOf(path: string): { fault: null; text: string } | { fault: string } {
  try {
    const text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    return text === '' ? { fault: 'names an empty file' } : { fault: null, text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { fault: `names a file that cannot be read (${code})` };
  }
}
