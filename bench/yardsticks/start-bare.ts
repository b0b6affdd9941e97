import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A bare `node:http` server in a process of its own, which answers `body` from memory. */
export async function startBare(body: string | Buffer = ''): Promise<{ url: string; end(): Promise<void> }> {
  const child = spawn(process.execPath, [resolve('bench/yardsticks/bare-server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(body);
  const [port] = await once(child.stdout, 'data');
  const end = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url: `http://127.0.0.1:${String(port).trim()}`, end };
}
