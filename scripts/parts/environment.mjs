import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';

/** Adds what `.env` says to the environment; what is set already wins. */
export function loadEnvironment() {
  const file = inProject('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
