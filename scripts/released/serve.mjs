import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inProject, root } from '../parts/project.mjs';
import { sayReleased } from './say-released.mjs';

/** Serves as `npm start` does, from the built application and the settings that it was built with. */
export async function serveReleased() {
  sayReleased();
  // Next's own standalone server hands them over this way; otherwise Next wants its whole builder to read next.config.mjs.
  const built = JSON.parse(readFileSync(inProject('.next/required-server-files.json'), 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config);
  const { serve } = await import(pathToFileURL(inProject('build/server.mjs')).href);
  await serve({ root });
}
