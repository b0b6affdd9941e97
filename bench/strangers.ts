import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../tests/support/app';
import { rise } from './resident';

/** How far resident memory rises while thirty strangers send 12 MB each at once, in MB, and the longest wait for `live`, in ms. */
export async function strangersCost({ url, pid }: App): Promise<{ extraMb: number; slowestMs: number }> {
  let isOver = false;
  const waits: number[] = [];
  const watch = async () => {
    while (!isOver) {
      const begun = performance.now();
      await fetch(`${url}/api/health/live`).then((answer) => answer.text());
      waits.push(performance.now() - begun);
      await wait(20);
    }
  };
  const watching = watch();
  // In a process of their own: what is measured is how long the server takes, not who asks it.
  const extraMb = await rise(pid(), async () => {
    const [code] = await once(
      spawn(process.execPath, ['bench/yardsticks/strangers.mjs', url], { stdio: 'inherit' }),
      'exit',
    );
    if (code !== 0) throw new Error(`the strangers ended with ${code}`);
  });
  isOver = true;
  await watching;
  return { extraMb, slowestMs: Math.max(...waits) };
}
