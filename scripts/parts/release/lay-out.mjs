import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileReleased } from '../compile.mjs';
import { inProject, root } from '../project.mjs';
import { openToAll } from './open-to-all.mjs';
import { traceModules } from './trace.mjs';
import { withoutTraces } from './without-traces.mjs';

const ofDocs = (name) => `docs/${name}`;

const copied = [
  ...['LICENSE', 'README.md', '.env.example', 'public', '.next', 'build/server.mjs', 'build/cli', 'build/release'],
  ...['prisma/sqlite/migrations', 'prisma/postgresql/migrations'],
  ...['data-tools.md', 'postgresql.md', 'reverse-proxies.md', 'single-sign-on.md', 'upgrade.md', 'browsers.md'].map(
    ofDocs,
  ),
  ...['prometheus', 'kubernetes', 'systemd', 'security', 'decisions'].map(ofDocs),
  'SECURITY.md',
];

// What only a build needs: maps, traces, types, stamps, and what it keeps for the next one.
const ofBuild =
  /\.(map|nft\.json|test\.\w+)$|(^|\/)\.fits$|^\.next\/(cache|dev|types|diagnostics|turbopack|trace[^/]*|required-server-files\.js|export-marker\.json)(\/|$)/;

/** Lays a release out in `folder`, from what was built. `others` are packages for other platforms: `{ folder, names }`. */
export async function layOut(folder, { product, others }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await compileReleased(inProject('build/release'));
  for (const name of [...copied, ...(await traceModules(programs()))]) copy(name, folder);
  for (const name of others.names)
    cpSync(join(others.folder, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  for (const name of ['start', 'cli', 'demo']) writeFileSync(join(folder, `${name}.mjs`), starting(name));
  const { name, version, license, type, engines } = product;
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, license, type, engines }, null, 2)}\n`,
  );
  withoutTraces(folder);
  openToAll(folder);
}

const copy = (name, folder) =>
  cpSync(inProject(name), join(folder, name), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !ofBuild.test(relative(root, from)),
  });

const programs = () => [
  inProject('build/server.mjs'),
  ...['build/cli', 'build/release'].flatMap((place) =>
    readdirSync(inProject(place))
      .filter((name) => name.endsWith('.js'))
      .map((name) => inProject(place, name)),
  ),
];

/** What asks for a newer Node must have spoken before anything is loaded that an older one cannot read. */
const starting = (name) => `import './build/release/needs-node.js';\n\nimport('./build/release/${name}.js');\n`;
