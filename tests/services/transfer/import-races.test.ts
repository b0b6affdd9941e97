import { expect, test } from 'vitest';
import { createGate } from '@/lib/adapters/limits';
import { countFields } from '@/lib/domain/snapshot';
import { verifyHistory } from '@/lib/services/operation/verify-history';
import { importHistory } from '@/lib/services/transfer/import-history';
import { scheduler } from '../../../demo/cast';
import { someCounts } from '../../support/counts';
import { onEachDatabase } from '../../support/databases';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const small = worldPerTest({ fresh });

  const file = (value: number) => `${['day', ...countFields]}\n2026-11-23${`,${value}`.repeat(countFields.length)}`;
  // As from processes of their own: one alone would refuse the second import at its gate.
  const bring = (value: number) => {
    const ctx = small.as(scheduler);
    const limits = { ...ctx.limits, imports: createGate() };
    return importHistory({ ...ctx, limits }, { format: 'csv', text: file(value) });
  };

  test('a day captured while its import is under way is kept as captured', async () => {
    const { store } = small.world;
    const takenAt = small.clock.now();
    let importing: ReturnType<typeof bring> | undefined;
    await store.atomically(async (inside) => {
      const reading = { day: '2026-11-23', takenAt, source: 'scheduled', body: '{}', counts: someCounts() } as const;
      await inside.readings.record('first', [{ ...reading, runId: null }]);
      importing = bring(1);
      // Long enough for the import to have looked at the day, if it looked without waiting.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await importing).toMatchObject({ ok: true, value: { added: 0, kept: 1 } });
    expect(await store.snapshots.on('first', '2026-11-23')).toMatchObject({ source: 'scheduled' });
  });

  test('of two imports at once that contradict each other one is refused', async () => {
    const both = await Promise.all([bring(1), bring(2)]);
    const taken = both.filter((answer) => answer.ok && answer.value.added === 1);
    expect(taken).toHaveLength(1);
    expect(await verifyHistory(small.as(scheduler), {})).toMatchObject({ value: { ok: true } });
  });
});
