import type { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { actorMay, type Permission } from '@/lib/domain/roles';
import { isConfirmed, lacksFactor } from '@/lib/domain/second-factor';
import type { Context } from './context';

export type FieldError = { readonly path: string; readonly message: string };

/** What every service may answer instead of doing its work. */
export type Refusal =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed'; readonly permission: Permission }
  | { readonly kind: 'second-factor-needed' }
  | { readonly kind: 'session-needed' }
  | { readonly kind: 'confirm-yourself' }
  | { readonly kind: 'invalid-input'; readonly errors: readonly FieldError[] };

type Definition<I extends z.ZodType, T, F extends { kind: string }> = {
  /** `anyone` is for sign-in, set-up and one-time links only: those check something else first. */
  permission: Permission | 'anyone';
  /** Whether a person must have proved within 10 minutes who they are; no token does. */
  confirmed?: true;
  /** Whether it is for sessions alone. What is `confirmed` is so anyway. */
  bySession?: true;
  /** Whether it is open to who must have a second factor and has none yet: what leads to one, and out. */
  beforeFactor?: true;
  input: I;
  /** What only the world can tell about fields, asked whether or not `input` finds faults: all are named at once. */
  faults?: (ctx: Context, raw: Readonly<Record<string, unknown>>) => Promise<readonly FieldError[]>;
  run: (ctx: Context, input: z.output<I>) => Promise<Result<T, F>>;
};

export type Service<T, F extends { kind: string }> = (ctx: Context, input: unknown) => Promise<Result<T, F | Refusal>>;

/** Makes a service that cannot forget who may call it or what it takes: permission first, then input, then `run`. */
export function service<I extends z.ZodType, T, F extends { kind: string } = never>({
  input,
  faults,
  run,
  ...door
}: Definition<I, T, F>): Service<T, F> {
  return async (ctx, raw) => {
    const refusal = await refusalAt(door, ctx);
    if (refusal !== null) return fail(refusal);
    const parsed = input.safeParse(raw);
    const errors = parsed.success ? [] : fieldErrorsOf(parsed.error);
    const known = new Set(errors.map(({ path }) => path));
    const further = faults && isRecord(raw) ? await faults(ctx, raw) : [];
    errors.push(...further.filter(({ path }) => !known.has(path)));
    if (!parsed.success || errors.length > 0) return fail({ kind: 'invalid-input', errors });
    return run(ctx, parsed.data);
  };
}

type Door = Pick<Definition<z.ZodType, unknown, never>, 'permission' | 'confirmed' | 'bySession' | 'beforeFactor'>;

async function refusalAt(door: Door, { actor, audit, config, clock }: Context): Promise<Refusal | null> {
  const { permission } = door;
  if (permission === 'anyone') return null;
  if (actor.kind === 'nobody') return { kind: 'not-signed-in' };
  if (!door.beforeFactor && lacksFactor(actor, config.signIn.factorRequired)) {
    await audit('denied', { target: 'second-factor-needed' });
    return { kind: 'second-factor-needed' };
  }
  const byToken = actor.kind === 'person' && !('session' in actor.via);
  if (byToken && (door.confirmed || door.bySession)) {
    await audit('denied', { target: 'session-needed' });
    return { kind: 'session-needed' };
  }
  if (!actorMay(actor, permission)) {
    await audit('denied', { target: permission });
    return { kind: 'not-allowed', permission };
  }
  if (!door.confirmed || actor.kind === 'job' || !('session' in actor.via)) return null;
  return isConfirmed(actor.via.confirmedAt, clock.now()) ? null : { kind: 'confirm-yourself' };
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
