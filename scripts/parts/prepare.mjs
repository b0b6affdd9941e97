import { rmSync, writeFileSync } from 'node:fs';
import { compileCommandLine, compileServer } from './compile.mjs';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { installPackages, packagesFit } from './packages.mjs';
import { withPrepareLock } from './prepare-lock.mjs';
import { fail, inProject, say, tool } from './project.mjs';
import { node } from './run.mjs';

const providers = { sqlite: 'file:./data/generate.db', postgresql: 'postgresql://generate@127.0.0.1/generate' };

/**
 * Brings packages, database clients and, where asked, the built application and the compiled command line up to date; does
 * nothing when they are.
 */
export async function prepare({ dev = false, serve = true, build = serve, commandLine = false } = {}) {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' });
  await bringUpToDate([
    { fits: () => packagesFit({ dev }), make: () => installPackages({ dev }) },
    { fits: () => stampFits(clients), make: generateClients },
    ...(serve ? [{ fits: () => stampFits(server), make: compileServerOnce }] : []),
    ...(build ? [{ fits: () => stampFits(application), make: buildApplication }] : []),
    ...(commandLine ? [compiled] : []),
  ]);
}

/** The compiled command line alone, for who has the rest. Answers its entry. */
export async function prepareCommandLine() {
  await bringUpToDate([compiled]);
  return inProject('build/cli/main.js');
}

async function bringUpToDate(steps) {
  if (steps.every((step) => step.fits())) return;
  await withPrepareLock(async () => {
    for (const step of steps) if (!step.fits()) await step.make();
  });
}

const clients = {
  stamp: inProject('lib/adapters/db/generated/.fits'),
  sources: ['prisma/models', 'prisma/sqlite/schema.prisma', 'prisma/postgresql/schema.prisma', 'package-lock.json'],
};

const server = {
  stamp: inProject('build/server.fits'),
  sources: [
    'server',
    'lib/process.ts',
    'lib/views/words/refusals.ts',
    'package-lock.json',
    'scripts/parts/compile.mjs',
  ],
};

const application = {
  stamp: inProject('.next/.fits'),
  sources: [
    ...clients.sources,
    ...['app', 'lib', 'server', 'public', 'prisma/sqlite/migrations', 'prisma/postgresql/migrations'],
    ...['instrumentation.ts', 'next.config.mjs', 'tsconfig.json'],
    'package.json',
  ],
};

const program = {
  stamp: inProject('build/cli/.fits'),
  sources: [...clients.sources, 'lib', 'tsconfig.json', 'scripts/parts/compile.mjs'],
};
const compiled = {
  fits: () => stampFits(program),
  make: () => makeStamped(program, () => compileCommandLine(inProject('build/cli'))),
};

const stampFits = ({ stamp, sources }) => readStamp(stamp) === fingerprint(sources, process.version);

async function makeStamped({ stamp, sources }, make) {
  rmSync(stamp, { force: true });
  const before = fingerprint(sources, process.version);
  await make(before);
  writeFileSync(stamp, before);
}

async function generateClients() {
  say('Generating the database clients …');
  await makeStamped(clients, async () => {
    const ends = await Promise.all(
      Object.values(providers).map((url) =>
        node([tool.prisma, 'generate'], { env: { DATABASE_URL: url, CHECKPOINT_DISABLE: '1' } }),
      ),
    );
    for (const { code, output } of ends)
      if (code !== 0)
        fail(`${output}\nThe database clients could not be generated (prisma generate ended with ${code}).`);
  });
}

const compileServerOnce = () => makeStamped(server, () => compileServer(inProject('build/server.mjs')));

async function buildApplication() {
  say('Building the application (about a minute, only after a change) …');
  await makeStamped(application, async (sources) => {
    const env = { NODE_ENV: 'production', ADOPTION_BUILD_ID: sources.slice(0, 20) };
    const { code, output } = await node([tool.next, 'build'], { env });
    if (code !== 0) fail(`${output}\nThe application could not be built (next build ended with ${code}).`);
  });
  // Whoever may build may not be who runs a command later, and need not be able to write here.
  if (!compiled.fits()) await compiled.make();
}
