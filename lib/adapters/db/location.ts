import { resolve } from 'node:path';
import type { Dialect } from './db';

export const dialectOf = (url: string): Dialect => (/^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite');

/** The absolute path in a `file:` URL. */
export const fileOf = (url: string): string => resolve(url.replace(/^file:(\/\/(?=\/))?/, '').split('?')[0] ?? '');
