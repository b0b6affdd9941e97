import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';
import { providerFaultKey, readProviderFault } from './parts/provider-notes';

const againMs = 60_000;

/** What belongs to the browser that came, not to the provider: anybody can bring it about. */
const kinds = [
  'provider-away',
  'provider-misconfigured',
  'answer-refused',
  'provider-refused',
  'attempt-over',
] as const;
const ofTheProvider: ReadonlySet<string> = new Set(['provider-away', 'provider-misconfigured', 'answer-refused']);

/** Says in the log why the provider let nobody in, and keeps the last such cause for admins: whoever wanted in is told the kind alone. */
export const noteProviderFault = service({
  permission: 'anyone',
  input: z.object({ kind: z.enum(kinds), cause: z.string().regex(/^\P{C}{0,500}$/u) }),
  run: async (ctx, { kind, cause }) => {
    ctx.log.warn('provider-let-nobody-in', { kind, cause });
    if (!ofTheProvider.has(kind)) return ok(null);
    const at = ctx.clock.now();
    const kept = await readProviderFault(ctx.store, ctx.organisation.id);
    const isSame = kept?.kind === kind && kept.cause === cause;
    if (isSame && at.getTime() - kept.at.getTime() < againMs) return ok(null);
    await ctx.store.settings.set(ctx.organisation.id, providerFaultKey, JSON.stringify({ at, kind, cause }));
    return ok(null);
  },
});
