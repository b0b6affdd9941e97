import './parts/node-version.mjs';

const { loadEnvironment } = await import('./parts/environment.mjs');
const { prepare } = await import('./parts/prepare.mjs');
const { root } = await import('./parts/project.mjs');

loadEnvironment();
await prepare();
const { serve } = await import('../build/server.mjs');
await serve({ root });
