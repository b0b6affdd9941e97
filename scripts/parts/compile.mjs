import { rmSync } from 'node:fs';
import { inProject } from './project.mjs';

/** Compiles `lib/cli` into `folder`: one file for what every command needs, and one for each thing that only some need. */
export async function compileCommandLine(folder) {
  rmSync(folder, { recursive: true, force: true });
  await compile({ entryPoints: [inProject('lib/cli/main.ts')], outdir: folder, splitting: true });
}

/** Compiles `server/`, what stands before Next, into one file. */
export const compileServer = (file) => compile({ entryPoints: [inProject('server/main.ts')], outfile: file });

/** Compiles what a release starts by (`scripts/released/`), and the demo's own programs, into `folder`. */
export const compileReleased = (folder) =>
  compile({
    entryPoints: {
      ...Object.fromEntries(
        ['needs-node', 'start', 'cli', 'demo'].map((name) => [name, inProject(`scripts/released/${name}.mjs`)]),
      ),
      seed: inProject('demo/seed.ts'),
    },
    outdir: folder,
    splitting: true,
    sourcemap: false,
  });

/** Node reads no TypeScript before 22.18. packages stay where they are. */
async function compile(options) {
  // There once the packages are.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: inProject(),
    tsconfig: inProject('tsconfig.json'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    sourcemap: true,
    packages: 'external',
    alias: { 'server-only': inProject('node_modules/server-only/empty.js') },
    logLevel: 'error',
    ...options,
  });
}
