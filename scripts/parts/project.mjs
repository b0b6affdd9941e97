import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const inProject = (...path) => join(root, ...path);

/** The JavaScript behind a package's command, to be run with this Node and no shell. */
export const tool = {
  next: inProject('node_modules/next/dist/bin/next'),
  prisma: inProject('node_modules/prisma/build/index.js'),
  biome: inProject('node_modules/@biomejs/biome/bin/biome'),
  tsc: inProject('node_modules/typescript/bin/tsc'),
  vitest: inProject('node_modules/vitest/vitest.mjs'),
  dependencyCruiser: inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  playwright: inProject('node_modules/@playwright/test/cli.js'),
};

/** Progress goes to standard error: standard output belongs to the log and to what a command was asked to print. */
export const say = (line) => process.stderr.write(`${line}\n`);

export function fail(message) {
  say(message);
  process.exit(1);
}
