import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare();

const { castList, openPlayground } = await import('./parts/playground.mjs');
const { root } = await import('./parts/project.mjs');
const { serve } = await import('../build/server.mjs');
const { password } = await openPlayground({ days: 400, livedIn: true });
await serve({ root });
process.stdout.write(`${castList(password)}\n`);
