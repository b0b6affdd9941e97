import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { watchConnections } from './parts/connections.mjs';

// Names that never exist and an address that belongs to nobody: nothing leaves this machine but the question.
test.each([
  ['fetch', "await fetch('http://fetched.invalid/').catch(() => {});", 'fetched.invalid'],
  ['https', "import { get } from 'node:https'; get('https://asked.invalid/').on('error', () => {});", 'asked.invalid'],
  [
    'a socket',
    "import { connect } from 'node:net'; connect(9, '192.0.2.1').on('error', () => {}).destroy();",
    '192.0.2.1',
  ],
  [
    'a question to DNS',
    "import { lookup } from 'node:dns/promises'; await lookup('looked-up.invalid').catch(() => {});",
    'looked-up.invalid',
  ],
  [
    'a worker thread',
    "import { Worker } from 'node:worker_threads'; new Worker(\"fetch('http://worker.invalid/').catch(() => {})\", { eval: true });",
    'worker.invalid',
  ],
])('%s is seen', async (_, script, host) => {
  expect((await seenIn(script)).map((line) => line.split(' ')[0])).toEqual([host]);
});

test('what stays on this machine is not', async () => {
  const script =
    "await fetch('http://localhost:9/').catch(() => {}); await fetch('http://127.0.0.1:9/').catch(() => {});";
  expect(await seenIn(script)).toEqual([]);
});

async function seenIn(script: string): Promise<string[]> {
  const { env, seen } = watchConnections();
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
  });
  return seen();
}
