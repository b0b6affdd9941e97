import { rmSync } from 'node:fs';
import { inProject } from './project.mjs';

/** Compiles `lib/cli` into `folder`: one file for what every command needs, and one for each thing that only some need. */
export async function compileCommandLine(folder) {
  // There once the packages are.
  const { build } = await import('esbuild');
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [inProject('lib/cli/main.ts')],
    outdir: folder,
    absWorkingDir: inProject(),
    tsconfig: inProject('tsconfig.json'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    packages: 'external',
    alias: { 'server-only': inProject('node_modules/server-only/empty.js') },
    logLevel: 'error',
  });
}
