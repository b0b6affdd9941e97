import { rmSync, writeFileSync } from 'node:fs';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { installPackages, packagesFit } from './packages.mjs';
import { withPrepareLock } from './prepare-lock.mjs';
import { fail, inProject, say, tool } from './project.mjs';
import { node } from './run.mjs';

const providers = { sqlite: 'file:./data/generate.db', postgresql: 'postgresql://generate@127.0.0.1/generate' };

/** Brings packages, database clients and (with `build`) the built application up to date; does nothing when they are. */
export async function prepare({ dev = false, build = true } = {}) {
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const steps = [
    { fits: () => packagesFit({ dev }), make: () => installPackages({ dev }) },
    { fits: () => stampFits(clients), make: generateClients },
    { fits: () => stampFits(server), make: compileServer },
    ...(build ? [{ fits: () => stampFits(application), make: buildApplication }] : []),
  ];
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
  sources: ['server', 'lib/process.ts', 'package-lock.json'],
};

const application = {
  stamp: inProject('.next/.fits'),
  sources: [
    ...['app', 'lib', 'server', 'public', 'prisma/models', 'prisma/sqlite/migrations', 'prisma/postgresql/migrations'],
    ...['instrumentation.ts', 'next.config.mjs', 'tsconfig.json'],
    ...['package.json', 'package-lock.json'],
  ],
};

const stampFits = ({ stamp, sources }) => readStamp(stamp) === fingerprint(sources, process.version);

async function makeStamped({ stamp, sources }, make) {
  rmSync(stamp, { force: true });
  const before = fingerprint(sources, process.version);
  await make();
  writeFileSync(stamp, before);
}

async function generateClients() {
  say('Generating the database clients …');
  await makeStamped(clients, async () => {
    const ends = await Promise.all(
      Object.values(providers).map((url) => node([tool.prisma, 'generate'], { env: { DATABASE_URL: url } })),
    );
    for (const { code, output } of ends)
      if (code !== 0)
        fail(`${output}\nThe database clients could not be generated (prisma generate ended with ${code}).`);
  });
}

/** What stands before Next is TypeScript, too; Node 20 reads none. */
async function compileServer() {
  await makeStamped(server, async () => {
    const { build } = await import('esbuild');
    await build({
      entryPoints: [inProject('server/main.ts')],
      outfile: inProject('build/server.mjs'),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
    });
  });
}

async function buildApplication() {
  say('Building the application (about a minute, only after a change) …');
  await makeStamped(application, async () => {
    const { code, output } = await node([tool.next, 'build'], { env: { NODE_ENV: 'production' } });
    if (code !== 0) fail(`${output}\nThe application could not be built (next build ended with ${code}).`);
  });
}
