import { resolve } from 'node:path';
import type { Dialect } from './db';

export const dialectOf = (url: string): Dialect => (/^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite');

/** The absolute path in a `file:` URL. */
export const fileOf = (url: string): string =>
  // A path of the operator's, not of the build's: without the word to Turbopack it would take in the whole project.
  resolve(/*turbopackIgnore: true*/ url.replace(/^file:(\/\/(?=\/))?/, '').split('?')[0] ?? '');
