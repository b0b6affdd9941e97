import type { EnpassTarget, ReadOutcome } from '@/lib/adapters/enpass/enpass';
import { connectionTestInput } from '@/lib/api/connection';
import { clockDistance, clockVerdict } from '@/lib/domain/clock-skew';
import { type StepResult, stepsOf } from '@/lib/domain/connection-test';
import type { RefreshFailure } from '@/lib/domain/failure';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { lastFour, resolveConnection } from './parts/resolve-connection';
import { savedToken } from './parts/saved-token';

export type ConnectionTest = {
  readonly ok: boolean;
  readonly testedAt: Date;
  readonly tookMs: number;
  readonly baseUrl: string;
  readonly tokenLast4: string;
  readonly steps: readonly StepResult[];
  readonly failure: RefreshFailure | null;
};

type NotTested =
  | InvalidInput
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

/** Asks Enpass once and stores nothing. Without a base URL or token, what is saved (or in the environment) is tested. */
export const testConnection = service({
  permission: 'connection:manage',
  input: connectionTestInput,
  faults: async (ctx, raw) => {
    const asked = connectionTestInput.shape.baseUrl.safeParse(raw.baseUrl);
    const address = asked.success && asked.data !== undefined ? ctx.enpass.checkAddress(asked.data) : null;
    return address?.ok === false ? invalid('baseUrl', address.failure.message).failure.errors : [];
  },
  run: async (ctx, { baseUrl, token }): Promise<Result<ConnectionTest, NotTested>> => {
    const { allowed, retryAfterSeconds } = await ctx.limits.refreshes.check(`${ctx.organisation.id}:test`);
    if (!allowed) return fail({ kind: 'too-many', retryAfterSeconds });
    const target = await targetOf(ctx, { baseUrl, token });
    if (!target.ok) return target;
    const testedAt = ctx.clock.now();
    const read = await ctx.enpass.read(target.value, { maxAttempts: 1, signal: ctx.shutdown });
    const tookMs = Math.max(0, ctx.clock.now().getTime() - testedAt.getTime());
    const tested = testOf(target.value, read, { testedAt, tookMs });
    await ctx.audit('connection-tested', {
      target: tested.baseUrl,
      detail: { outcome: tested.failure?.kind ?? 'ok', tokenLast4: tested.tokenLast4 },
      outcome: tested.ok ? 'done' : 'failed',
    });
    return ok(tested);
  },
});

type Input = { readonly baseUrl: string | undefined; readonly token: string | undefined };

async function targetOf(
  ctx: Context,
  { baseUrl, token }: Input,
): Promise<Result<EnpassTarget, InvalidInput | { kind: 'no-connection' }>> {
  const ruling = await resolveConnection(ctx);
  const tested = baseUrl ?? ruling?.target.baseUrl;
  if (tested === undefined) return fail({ kind: 'no-connection' });
  const address = ctx.enpass.checkAddress(tested);
  if (!address.ok) return invalid('baseUrl', address.failure.message);
  if (token) return ok({ baseUrl: tested, token });
  if (ruling?.from === 'environment' && URL.parse(ruling.target.baseUrl)?.origin === address.value.origin) {
    return ok({ baseUrl: tested, token: ruling.target.token });
  }
  const kept = savedToken(ctx, await ctx.store.connections.of(ctx.organisation.id), address.value);
  return kept.ok ? ok({ baseUrl: tested, token: kept.value }) : kept;
}

function testOf(target: EnpassTarget, read: ReadOutcome, when: { testedAt: Date; tookMs: number }): ConnectionTest {
  const failure = read.ok ? clockFailure(read.value.date, when.testedAt) : read.failure;
  return {
    ok: failure === null,
    ...when,
    baseUrl: target.baseUrl,
    tokenLast4: lastFour(target.token),
    steps: stepsOf(failure, target.baseUrl.startsWith('http:') ? 'http' : 'https'),
    failure,
  };
}

/** The numbers came, but a run could not say of which day they are. */
function clockFailure(answerDate: Date | null, takenAt: Date): RefreshFailure | null {
  if (answerDate === null || clockVerdict({ takenAt, answerDate }) !== 'off') return null;
  return { kind: 'clock-off', detail: clockDistance({ takenAt, answerDate }), status: null, retryAfterMs: null };
}
