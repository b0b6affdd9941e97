import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type FakeProcess = {
  readonly url: string;
  setMode(mode: string | readonly string[]): Promise<Response>;
  stop(): Promise<number | null>;
};

/** The fake as browser tests and the demo have it: started by its command line, steered through its control door. */
export async function startFakeProcess(token: string, ...more: readonly string[]): Promise<FakeProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/fake-enpass/main.ts', '--token', token, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = line.split(' ').at(-1) ?? '';
  return {
    url,
    setMode: (mode) => fetch(`${url}/__fake/mode`, { method: 'POST', body: JSON.stringify({ mode }) }),
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}
