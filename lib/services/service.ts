import type { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { actorMay, type Permission } from '@/lib/domain/roles';
import type { Context } from './context';

export type FieldError = { readonly path: string; readonly message: string };

/** What every service may answer instead of doing its work. */
export type Refusal =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed'; readonly permission: Permission }
  | { readonly kind: 'invalid-input'; readonly errors: readonly FieldError[] };

type Definition<I extends z.ZodType, T, F extends { kind: string }> = {
  /** `anyone` is for sign-in, set-up and one-time links only: those check something else first. */
  permission: Permission | 'anyone';
  input: I;
  /** What only the world can tell about fields, asked whether or not `input` finds faults: all are named at once. */
  faults?: (ctx: Context, raw: Readonly<Record<string, unknown>>) => Promise<readonly FieldError[]>;
  run: (ctx: Context, input: z.output<I>) => Promise<Result<T, F>>;
};

export type Service<T, F extends { kind: string }> = (ctx: Context, input: unknown) => Promise<Result<T, F | Refusal>>;

/** Makes a service that cannot forget who may call it or what it takes: permission first, then input, then `run`. */
export function service<I extends z.ZodType, T, F extends { kind: string } = never>({
  permission,
  input,
  faults,
  run,
}: Definition<I, T, F>): Service<T, F> {
  return async (ctx, raw) => {
    if (permission !== 'anyone') {
      if (ctx.actor.kind === 'nobody') return fail({ kind: 'not-signed-in' });
      if (!actorMay(ctx.actor, permission)) {
        await ctx.audit('denied', { target: permission });
        return fail({ kind: 'not-allowed', permission });
      }
    }
    const parsed = input.safeParse(raw);
    const errors = parsed.success ? [] : fieldErrorsOf(parsed.error);
    const known = new Set(errors.map(({ path }) => path));
    const further = faults && isRecord(raw) ? await faults(ctx, raw) : [];
    errors.push(...further.filter(({ path }) => !known.has(path)));
    if (!parsed.success || errors.length > 0) return fail({ kind: 'invalid-input', errors });
    return run(ctx, parsed.data);
  };
}

const isRecord = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;

/** What a schema found wrong, field by field. */
export const fieldErrorsOf = (error: z.ZodError): FieldError[] => error.issues.flatMap(fieldErrors);

/** Keys nobody knows are named one by one, as fields of their own. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, message: 'is not known here' }));
}
