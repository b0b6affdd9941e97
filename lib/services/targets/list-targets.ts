import { targetsQuery } from '@/lib/api/target';
import { ok, type Result } from '@/lib/domain/result';
import { type InvalidInput, invalid } from '../parts/invalid-input';
import { service } from '../service';
import { type JudgedTarget, judgedTargets } from './parts/read-targets';

export type { JudgedTarget };
export type TargetPage = { readonly targets: readonly JudgedTarget[]; readonly next: string | null };

/** By due day, each with how it stands today; the cursor is the last target of the page before. */
export const listTargets = service({
  permission: 'adoption:see',
  input: targetsQuery,
  run: async (ctx, { limit, cursor }): Promise<Result<TargetPage, InvalidInput>> => {
    const all = await judgedTargets(ctx, null);
    const start = cursor === undefined ? 0 : all.findIndex(({ target }) => target.id === cursor) + 1;
    if (cursor !== undefined && start === 0) return invalid('cursor', 'the `next` of the page before');
    const page = all.slice(start, start + limit);
    const next = start + limit < all.length ? (page.at(-1)?.target.id ?? null) : null;
    return ok({ targets: page, next });
  },
});
