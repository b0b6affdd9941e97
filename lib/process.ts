/**
 * The process's one thing of this name. The server, the start, pages and routes are bundles of their own, each with its own
 * copy of a module: what they share can only hang on `globalThis`.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const shared = globalThis as typeof globalThis & Record<symbol, unknown>;
  const key = Symbol.for(`enpass-adoption.${name}`);
  if (!(key in shared)) shared[key] = make();
  return shared[key] as T;
}
