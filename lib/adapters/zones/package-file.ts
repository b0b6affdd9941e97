import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * A package's JSON file, read anew each time: it is large and asked for seldom. From the project's folder, in which every entry point
 * runs, because a bundle lies elsewhere.
 */
export function packageFile<T>(path: string): T {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return JSON.parse(readFileSync(resolve(path), 'utf8')) as T;
}
