import { fail } from '@/lib/domain/result';
import type { Refusal } from '../service';

export type InvalidInput = Extract<Refusal, { kind: 'invalid-input' }>;

/** For what only the world can tell about a field: an address that may not be asked, a token that is missing. */
export const invalid = (path: string, message: string) =>
  fail<InvalidInput>({ kind: 'invalid-input', errors: [{ path, message }] });
