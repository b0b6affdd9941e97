import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../demo/temporary-environment.mjs';
import { inProject } from './project.mjs';

/** Watches whom the Node processes under an environment reach beyond this machine: `env` to give them, and `seen()`, `host program` each. */
export function watchConnections() {
  const file = join(temporaryFolder(), 'connections');
  const preload = `--import ${pathToFileURL(inProject('scripts/parts/record-connections.mjs')).href}`;
  return {
    env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}`.trim(), CONNECTIONS_FILE: file },
    seen: () => (existsSync(file) ? [...new Set(readFileSync(file, 'utf8').trim().split('\n'))] : []),
  };
}
