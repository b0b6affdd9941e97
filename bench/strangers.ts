import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../tests/support/app';
import { rise } from './resident';

const strangers = 30;
const bytes = 12 * 1024 * 1024;
const paths = ['/sign-in', '/', '/runs', '/api/auth/callback/credentials', '/api/v1/import'];

/** How far resident memory rises while thirty strangers send 12 MB each at once, in MB, and the longest wait for `live`, in ms. */
export async function strangersCost({ url, pid }: App): Promise<{ extraMb: number; slowestMs: number }> {
  const body = Buffer.alloc(bytes, 'x');
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const send = (path: string) =>
    fetch(url + path, { method: 'POST', headers, body }).then(
      (answer) => answer.text(),
      () => undefined,
    );
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
  const all = Array.from({ length: strangers }, (_, at) => paths[at % paths.length] ?? '/');
  const extraMb = await rise(pid(), () => Promise.all(all.map(send)));
  isOver = true;
  await watching;
  return { extraMb, slowestMs: Math.max(...waits) };
}
