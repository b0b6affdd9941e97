import { loadEnvironment } from '../parts/environment.mjs';
import { inProject, say } from '../parts/project.mjs';
import { serveReleased } from './serve.mjs';

loadEnvironment();
if (!process.env.DATA_DIR?.trim()) {
  say(`DATA_DIR is not set: data are kept in ${inProject('data')}, where the next release will not look for them.`);
}
await serveReleased();
