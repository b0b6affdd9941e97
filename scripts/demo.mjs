import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare();

const { castList, openPlayground } = await import('../demo/demo-environment.mjs');
const { serve } = await import('./parts/serve.mjs');
const { password } = await openPlayground({ days: 400, livedIn: true });
await serve();
process.stdout.write(`${castList(password)}\n`);
