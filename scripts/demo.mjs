import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare();

const { castList, openDemoEnvironment } = await import('../demo/demo-environment.mjs');
const { serve } = await import('./parts/serve.mjs');
const { password } = await openDemoEnvironment({ days: 400, withActivity: true });
await serve();
process.stdout.write(`${castList(password)}\n`);
