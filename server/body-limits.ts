const KiB = 1024;

/** How much a request may bring, in bytes. Nothing else in the house says it but next.config.mjs, whose own limit is the largest of these. */
export const bodyLimits = {
  /** A name, a password, a code. */
  auth: 16 * KiB,
  /** What people type, and what programs send as JSON. */
  form: 64 * KiB,
  /** Decades of old numbers, from who may import them. */
  file: 8 * KiB * KiB,
} as const;

export type BodyKind = keyof typeof bodyLimits;

/** Where a file of old numbers may be sent. */
const takesFiles = ['/runs', '/api/v1/import'];

/** What a request to this path may bring. */
export function bodyKindOf(pathname: string): BodyKind {
  if (/^\/api\/auth(\/|$)/.test(pathname)) return 'auth';
  return takesFiles.includes(pathname) ? 'file' : 'form';
}
