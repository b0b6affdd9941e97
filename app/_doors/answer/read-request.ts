import { fail, ok, type Result } from '@/lib/domain/result';
import type { KnownFailure } from './problems';

/** The query as plain data; a parameter given twice is a list, which no schema takes for one value. */
export function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [first = '', ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

/** No body of JSON needs more; a larger one is not even read to its end. */
const maxJsonBytes = 64 * 1024;

/** The body as JSON, none as an empty object; whether it fits is for the service's schema to say. */
export async function bodyOf(request: Request): Promise<Result<unknown, KnownFailure>> {
  const bytes = await read(request.body, maxJsonBytes);
  if (bytes === null) return invalid('The body is larger than 64 KiB.');
  if (bytes.length === 0) return ok({});
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return ok(value);
  } catch {
    return invalid('The body is not JSON.');
  }
}

/** A file as the body, byte for byte. */
export async function fileOf(
  request: Request,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: string },
): Promise<Result<Uint8Array, KnownFailure>> {
  const bytes = await read(request.body, maxBytes);
  return bytes === null ? invalid(tooLarge) : ok(bytes);
}

/** The body together with what the path says; the path has the last word. */
export async function bodyWith(
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<Result<unknown, KnownFailure>> {
  const body = await bodyOf(request);
  if (!body.ok) return body;
  const { value } = body;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? ok({ ...value, ...path })
    : invalid('The body is not an object.');
}

async function read(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return Buffer.concat(pieces);
}

const invalid = (message: string) => fail<KnownFailure>({ kind: 'invalid-input', errors: [{ path: '', message }] });
