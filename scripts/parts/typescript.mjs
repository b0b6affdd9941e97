import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

const tsx = pathToFileURL(inProject('node_modules/tsx/dist/loader.mjs')).href;

/**
 * Starts a TypeScript file of the project as the server would see it (`server-only` allowed, `@/` resolved).
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnTypeScript(file, args = [], { env = {}, ...options } = {}) {
  return spawn(process.execPath, ['--conditions=react-server', '--import', tsx, inProject(file), ...args], {
    ...options,
    env: { ...process.env, ...env, TSX_TSCONFIG_PATH: inProject('tsconfig.json') },
  });
}
