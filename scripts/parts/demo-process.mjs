import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { inProject } from './project.mjs';

/** `npm run demo` in a process of its own; answers when it can be signed in to. */
export async function startDemo() {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [inProject('scripts/demo.mjs')], {
    env: { ...process.env, PORT: String(port), PUBLIC_URL: url, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url,
    password: await passwordIn(child),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What the demo tells the person who started it. */
async function passwordIn(child) {
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const password = /Password of all four: (\S+)/.exec(output)?.[1];
    if (password) {
      // Nobody reads on: a log that fills its pipe would stop the demo.
      child.stdout.resume();
      return password;
    }
  }
  throw new Error('the demo ended before it told its password');
}

/** A port nobody listens on at this moment. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
