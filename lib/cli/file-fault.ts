import { fail } from '@/lib/domain/result';
import type { KnownFailure } from './failure-words';

/** What the file system said of a file, as a failure to tell; whatever else was thrown is thrown on. */
export function fileFault(error: unknown, name: string) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
  return fail<KnownFailure>({ kind: 'told', message: `${name} cannot be written (${code}).` });
}
