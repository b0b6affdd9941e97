import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { verifyHistory } from '@/lib/services/operation/verify-history';
import { action } from './action';
import type { KnownFailure } from './failure-words';
import { tableOf } from './table';
import { fileAt } from './working-directory';

export function verifyCommands(program: Command): void {
  action(
    program
      .command('verify')
      .description('prove that no reading, snapshot, review or audit entry is missing or altered')
      .option('--against <file>', 'what `head --json` printed earlier: prove that nothing before it was taken away'),
    async (ctx, { options: { against } }) => {
      const { verifyHistory } = await import('@/lib/services/operation/verify-history');
      const heads = typeof against === 'string' ? await headsIn(against) : ok(undefined);
      if (!heads.ok) return heads;
      const done = await verifyHistory(ctx, { against: heads.value });
      if (!done.ok) return done;
      const { ok: whole, checked, broken } = done.value;
      const lines = [...broken.map(({ what, id, reason }) => `${what} ${id}: ${reason}`), ...besides(done.value)];
      const counted = `${checked.readings} readings, ${checked.snapshots} snapshots, ${checked.auditEntries} audit entries checked`;
      const words = [...lines, whole ? `${counted}: all whole.` : `${counted}: ${broken.length} broken.`].join('\n');
      return ok({ data: done.value, words, failed: !whole });
    },
    { to: 'look' },
  );

  action(
    program
      .command('head')
      .description('print where every chain ends now: keep it elsewhere, and `verify --against` it later'),
    async (ctx) => {
      const { viewChainHeads } = await import('@/lib/services/operation/view-chain-heads');
      const done = await viewChainHeads(ctx, {});
      if (!done.ok) return done;
      const rows = Object.entries(done.value.heads).map(([chain, { length, hash, keyId }]) => ({
        chain,
        length: String(length),
        hash,
        key: keyId ?? '-',
      }));
      return ok({ data: done.value, words: tableOf(['chain', 'length', 'hash', 'key'], rows) });
    },
    { to: 'look' },
  );
}

type Found = Extract<Awaited<ReturnType<typeof verifyHistory>>, { ok: true }>['value'];

/** What is no fault, and yet to be known. */
function besides({ unjudged, forgotten: { auditEntries, reviews } }: Found): string[] {
  const unknown = unjudged.map(
    ({ chain, from, to, keyId }) =>
      `chain ${chain}: rows ${from} to ${to} are unjudged: their links fit, but the key ${keyId} that sealed them is not here`,
  );
  if (auditEntries + reviews === 0) return unknown;
  return [
    ...unknown,
    `names or networks were taken out of ${auditEntries} audit entries and ${reviews} reviews, as the audit log says`,
  ];
}

async function headsIn(name: string): Promise<Result<unknown, KnownFailure>> {
  const told = (message: string) => fail<KnownFailure>({ kind: 'told', message });
  try {
    const heads: unknown = JSON.parse(await readFile(fileAt(name), 'utf8'));
    return ok(heads);
  } catch (error) {
    if (error instanceof SyntaxError) return told(`${name} is not what \`head --json\` prints.`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return told(`${name} cannot be read (${code}).`);
  }
}
