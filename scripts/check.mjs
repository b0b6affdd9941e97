import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true, build: false });

const { importLaw, lint, types, vitest } = await import('./parts/stages.mjs');
const { runStages } = await import('./parts/run-stages.mjs');
// Two lanes for two cores, about as long as each other.
await runStages([[types, lint, importLaw], [vitest('unit', ['unit', 'project'])]]);
