import type { z } from 'zod';
import type { Permission } from '@/lib/domain/roles';

/** One thing the API does, as its document tells it and its tests call it. */
export type Operation = {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** Below /api/v1, with `{name}` for a part that varies. */
  readonly path: string;
  readonly summary: string;
  /** Null: anybody who is signed in. */
  readonly permission: Permission | null;
  /** For sessions alone, where it is not for tokens; `confirmed`: whose owner proved within 10 minutes who they are. */
  readonly by?: 'session' | 'confirmed session';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON, or a file of one of these media types. */
  readonly body?: z.ZodObject | { readonly file: readonly string[] };
  /** Null: done, and nothing to tell. */
  readonly answer: z.ZodType | { readonly file: readonly string[] } | null;
  /** Problems beyond those every operation may answer, with what each means here. */
  readonly problems?: Readonly<Record<number, string>>;
};
