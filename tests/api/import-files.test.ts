import { expect, test } from 'vitest';
import { createGate } from '@/lib/adapters/limits';
import { importFiles } from '../support/import-files';
import { apiWorld } from './api-world';

const { world, promised, refused, ask } = apiWorld();

test.each(await importFiles())('$name is taken, or refused in one sentence', async (file) => {
  const asked = { query: '?dryRun=true', body: file.bytes };
  if ('added' in file) expect(await promised('post', '/import', asked)).toMatchObject({ added: file.added });
  else {
    const { status, json } = await refused('POST', '/import', asked);
    expect(status).toBe(422);
    expect(json).toMatchObject({ kind: 'invalid-input', detail: expect.stringContaining(file.cause) });
  }
});

test('while another file is read, the answer says when to come back', async () => {
  const { limits } = world.world;
  const gate = createGate();
  gate.enter();
  Object.assign(world.world, { limits: { ...limits, imports: gate } });
  const answer = await ask('POST', '/import', { body: 'day,using_enpass\n2026-01-05,1' });
  Object.assign(world.world, { limits });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5']);
  expect(await answer.json()).toMatchObject({ kind: 'import-running', title: 'Another file is being read' });
});
