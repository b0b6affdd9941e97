import './parts/node-version.mjs';

const { environmentFor } = await import('./parts/newer-node.mjs');
const { releasesFor, system } = await import('./parts/node-releases.mjs');
const { nodeOf } = await import('./parts/pinned-node.mjs');
const { fail } = await import('./parts/project.mjs');
const { runStages } = await import('./parts/run-stages.mjs');
const { copyProject, stagesUnder } = await import('./parts/node-stages.mjs');

const [line = '24'] = process.argv.slice(2);
const lines = releasesFor(system);
const release =
  lines[line] ??
  fail(`There is no Node ${line} for this system (${system}). There is: ${Object.keys(lines).join(', ') || 'none'}.`);
const node = await nodeOf(release, `Fetching Node ${release.version}, once`);
const copy = copyProject();
await runStages([stagesUnder({ node, cwd: copy, env: environmentFor(node) })]);
