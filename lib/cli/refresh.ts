import type { Command } from 'commander';
import { ok } from '@/lib/domain/result';
import { action } from './action';
import { failureText } from './failure-words';

export function refreshCommand(program: Command): void {
  action(
    program.command('refresh').description('ask Enpass now and keep the answer; for an external schedule'),
    async (ctx) => {
      const [{ refreshSnapshot }, { runJson }] = await Promise.all([
        import('@/lib/services/capture/refresh-snapshot'),
        import('@/lib/api/run'),
      ]);
      const refreshed = await refreshSnapshot(ctx, { trigger: 'cli' });
      if (refreshed.ok) {
        const { run } = refreshed.value;
        return ok({ data: { run: runJson(run) }, words: `Snapshot of ${run.day} taken (attempts: ${run.attempts}).` });
      }
      if (refreshed.failure.kind !== 'enpass-failed') return refreshed;
      const { run } = refreshed.failure;
      return ok({ data: { run: runJson(run) }, words: failureText(refreshed.failure), failed: true });
    },
  );
}
