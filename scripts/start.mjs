import './parts/node-version.mjs';

const { loadEnvironment } = await import('./parts/environment.mjs');
const { prepare } = await import('./parts/prepare.mjs');
const { serve } = await import('./parts/serve.mjs');

loadEnvironment();
await prepare();
await serve();
