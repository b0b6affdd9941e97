import { spawn } from 'node:child_process';
import { castList } from '../../demo/cast-list.mjs';
import { startFakeEnpass } from '../../demo/fake-enpass/server.ts';
import { openDemo } from '../../demo/open-demo.mjs';
import { inProject } from '../parts/project.mjs';
import { serveReleased } from './serve.mjs';

const { password } = await openDemo({
  days: 400,
  withActivity: true,
  startFakeEnpass,
  spawnSeed: (args, options) => spawn(process.execPath, [inProject('build/release/seed.js'), ...args], options),
});
await serveReleased();
process.stdout.write(`${castList(password)}\n`);
