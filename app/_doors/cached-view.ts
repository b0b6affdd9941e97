import 'server-only';
import type { May, Permission } from '@/lib/domain/roles';
import type { Context } from '@/lib/services/context';
import { cached } from '@/lib/services/parts/cached';

type View<T, Q, P extends Permission> = {
  readonly name: string;
  readonly reads?: readonly P[];
  readonly asks: (question: Q) => unknown;
  readonly draw: (question: Q, may: May<P>) => T;
};

/**
 * What a page shows, made once for all readers who may do the same. Of the question only what `asks` takes is in the key:
 * the rest has to follow from it, from the organisation's history and the minute.
 */
export const cachedView = <T, Q, P extends Permission = never>({
  name,
  reads = [],
  asks,
  draw,
}: View<T, Q, P>): ((ctx: Context, question: Q) => Promise<T>) =>
  cached({ name, reads, asks, make: (_, question: Q, may: May<P>) => draw(question, may) });
