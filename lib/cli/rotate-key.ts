import type { Command } from 'commander';
import { ok } from '@/lib/domain/result';
import { action } from './action';

export function rotateKeyCommand(program: Command): void {
  action(
    program
      .command('rotate-key')
      .description(
        'seal all secrets with a new encryption key; with keys of your own set ENCRYPTION_KEY(_PREVIOUS) first',
      ),
    async (ctx) => {
      const { rotateKey } = await import('@/lib/services/operation/rotate-key');
      const rotated = await rotateKey(ctx, {});
      if (!rotated.ok) return rotated;
      const { resealed, keyFrom } = rotated.value;
      const next =
        keyFrom === 'generated'
          ? 'The old key is gone from DATA_DIR.'
          : 'ENCRYPTION_KEY_PREVIOUS is no longer needed: remove it and restart the server.';
      return ok({ data: rotated.value, words: `Sealed with the new key: ${resealed}. ${next}` });
    },
  );
}
