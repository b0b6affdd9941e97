import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true, build: false });

const { castList } = await import('../demo/cast-list.mjs');
const { openDemoEnvironment } = await import('../demo/demo-environment.mjs');
const { root } = await import('./parts/project.mjs');
const { serve } = await import('../build/server.mjs');
const { password } = await openDemoEnvironment({ days: 120 });
process.stdout.write(`${castList(password)}\n`);
Object.assign(process.env, { NODE_ENV: 'development' });
await serve({ root, dev: true });
