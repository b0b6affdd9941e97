import { isUnsafe } from './same-origin';

/** `serverActions.bodySizeLimit` in next.config.mjs: past it Next answers 500, so larger forms are turned away before. */
const largestFormBytes = 8 * 1024 * 1024;

type Input = { readonly method: string; readonly headers: Pick<Headers, 'get' | 'has'> };

/** Whether a form is too large to read, or does not say how large it is, as every browser does. */
export function isTooLarge({ method, headers }: Input): boolean {
  if (!isUnsafe(method)) return false;
  const length = headers.get('content-length');
  return length === null ? headers.has('transfer-encoding') : Number(length) > largestFormBytes;
}
