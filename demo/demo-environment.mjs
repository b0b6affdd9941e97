import { tsImport } from 'tsx/esm/api';
import { inProject } from '../scripts/parts/project.mjs';
import { spawnTypeScript } from '../scripts/parts/typescript.mjs';
import { openDemo } from './open-demo.mjs';

/** The demo's Enpass and its filled database, from the sources; answers what to tell the person. */
export async function openDemoEnvironment(wanted) {
  const { startFakeEnpass } = await tsImport(inProject('demo/fake-enpass/server.ts'), import.meta.url);
  const spawnSeed = (args, options) => spawnTypeScript('demo/seed.ts', args, options);
  return openDemo({ ...wanted, startFakeEnpass, spawnSeed });
}
