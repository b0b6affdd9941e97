import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';

test('a server whose log nobody reads any more goes on, and ends when it is told to', async () => {
  const child = fork('tests/doors/unread-process.ts', { execArgv: ['--import', 'tsx'], silent: true });
  await once(child, 'message');
  child.stdout?.destroy();
  child.stderr?.destroy();
  await wait(300);
  expect(child.exitCode).toBeNull();
  const ended = once(child, 'exit');
  child.send('end');
  expect(await ended).toEqual([7, null]);
});
