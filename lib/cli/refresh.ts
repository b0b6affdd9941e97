import type { Command } from 'commander';
import { runJson } from '@/lib/api/run';
import { ok } from '@/lib/domain/result';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { failureWords } from './failure-words';
import { does } from './verb';

export function refreshVerb(program: Command): void {
  does(
    program.command('refresh').description('ask Enpass now and keep the answer; for an external schedule'),
    async (ctx) => {
      const refreshed = await refreshSnapshot(ctx, { trigger: 'cli' });
      if (refreshed.ok) {
        const { run } = refreshed.value;
        return ok({ data: { run: runJson(run) }, words: `Snapshot of ${run.day} taken (attempts: ${run.attempts}).` });
      }
      if (refreshed.failure.kind !== 'enpass-failed') return refreshed;
      const { run } = refreshed.failure;
      return ok({ data: { run: runJson(run) }, words: failureWords(refreshed.failure), failed: true });
    },
  );
}
