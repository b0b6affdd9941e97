import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare();

const { castList } = await import('../demo/cast-list.mjs');
const { openDemoEnvironment } = await import('../demo/demo-environment.mjs');
const { root } = await import('./parts/project.mjs');
const { serve } = await import('../build/server.mjs');
const { password } = await openDemoEnvironment({ days: 400, withActivity: true });
await serve({ root });
process.stdout.write(`${castList(password)}\n`);
