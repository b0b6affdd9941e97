import { requestId } from '@/lib/process';

/**
 * A fault by the name of its request. Next lets nothing of a fault reach the browser but its `digest`, which error pages show:
 * a number of Next's own, unless it has one.
 */
export function named(error: unknown): unknown {
  const id = requestId();
  if (error instanceof Error && id !== undefined && !('digest' in error)) Object.assign(error, { digest: id });
  return error;
}

/** The same for what is made outside of `withRefusals`. */
export const namingFaults =
  <P, T>(make: (props: P) => Promise<T>) =>
  (props: P): Promise<T> =>
    make(props).catch((error: unknown) => {
      throw named(error);
    });
