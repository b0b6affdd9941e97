import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const standing = process.cwd();

/** A file named on the command line counts from where the person stands. */
export const fileAt = (name: string): string => resolve(standing, name);

/** Everything else counts from the project's folder, as it does for the server. It lies two above `lib/cli`, and above `build/cli`. */
export const enterProject = (): void => process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
