import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../scripts/parts/project.mjs';

/** A data folder that goes when this process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * The environment of an application that lives in `dataDir` and asks `fake` (`{ url, token }`), and nothing else: what `.env` or
 * the shell says of a real database or a real Enpass is blanked, since Next reads `.env` for everything that is not set.
 */
export function temporaryEnvironment({ dataDir, fake }) {
  const names = [...readFileSync(inProject('.env.example'), 'utf8').matchAll(/^# ([A-Z0-9_]+)=/gm)].map(
    ([, name]) => name,
  );
  const kept = ['PORT', 'HOST', 'PUBLIC_URL', 'LOG_LEVEL', 'TRUSTED_PROXIES'];
  return {
    ...Object.fromEntries(names.filter((name) => !kept.includes(name)).map((name) => [name, ''])),
    DATA_DIR: dataDir,
    ENPASS_BASE_URL: fake.url,
    ENPASS_API_TOKEN: fake.token,
    ALLOW_PRIVATE_TARGETS: new URL(fake.url).host,
  };
}
