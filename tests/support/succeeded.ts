import type { Result } from '@/lib/domain/result';

/** The value of a service that is expected to succeed. */
export function succeeded<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}
