import { spawn } from 'node:child_process';
import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true, build: false });

const { castList, openDemoEnvironment } = await import('../demo/demo-environment.mjs');
const { inProject, tool } = await import('./parts/project.mjs');
const { password } = await openDemoEnvironment({ days: 120 });
process.stdout.write(`${castList(password)}\n`);

const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
const args = [tool.next, 'dev', '--hostname', HOST, '--port', PORT];
const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: inProject(), env: { ...process.env, PORT } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
