import { resolve } from 'node:path';

export const isPostgres = (url) => /^postgres(ql)?:/.test(url);

/** The absolute path in a `file:` URL. */
export const fileOf = (url) => resolve(url.replace(/^file:/, '').split('?')[0]);
