import { AsyncLocalStorage } from 'node:async_hooks';

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

/** What a person types to start the server and the command line; a release, which has no npm, says otherwise first. */
export const commands = () => perProcess('commands', () => ({ start: 'npm start', cli: 'npm run cli --' }));

/** The command line with these words. */
export const commandLine = (words: string): string => `${commands().cli} ${words}`;

/** What is being answered, for whatever is called meanwhile. `server/edge.ts` knows more of it. */
export const requests = <T extends { readonly id: string }>() =>
  perProcess('requests', () => new AsyncLocalStorage<T>());

/** The id of the request that is being answered; undefined where there is none, such as in jobs. */
export const requestId = (): string | undefined => requests().getStore()?.id;
