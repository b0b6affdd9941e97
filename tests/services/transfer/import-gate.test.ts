import { expect, test } from 'vitest';
import { createGate } from '@/lib/adapters/limits';
import { importHistory } from '@/lib/services/transfer/import-history';
import { lookAtImport } from '@/lib/services/transfer/look-at-import';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { worldPerTest } from '../../support/world';

const at = worldPerTest();
const text = 'day,using_enpass\n2026-11-01,1';

test('of two files at once the second is asked to come back, whichever does what', async () => {
  const both = [importHistory, lookAtImport];
  for (const first of both) {
    for (const second of both) {
      const [one, other] = await Promise.all([first(at.as(scheduler), { text }), second(at.as(scheduler), { text })]);
      expect(one).toMatchObject({ ok: true });
      expect(other).toEqual({ ok: false, failure: { kind: 'import-running' } });
    }
  }
});

test('the way is free again after a file that was refused, or broke something', async () => {
  expect(await importHistory(at.as(scheduler), { text: 'x' })).toMatchObject({ value: { added: 0 } });
  const broken = { ...at.as(scheduler), audit: () => Promise.reject(new Error('full')) };
  await expect(importHistory(broken, { text })).rejects.toThrow('full');
  expect(await importHistory(at.as(scheduler), { text })).toMatchObject({ value: { added: 1 } });
});

test('who may not import does not stand in the way', async () => {
  const refused = importHistory(at.as(signedIn(cast.max)), { text });
  expect(await importHistory(at.as(scheduler), { text })).toMatchObject({ value: { added: 1 } });
  expect(await refused).toMatchObject({ failure: { kind: 'not-allowed' } });
});

test('a gate opens once for each leave', () => {
  const gate = createGate();
  const leave = gate.enter();
  expect(gate.enter()).toBeNull();
  leave?.();
  expect(gate.enter()).not.toBeNull();
});
