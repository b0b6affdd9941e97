import { pathToFileURL } from 'node:url';
import './parts/node-version.mjs';

const { loadEnvironment } = await import('./parts/environment.mjs');
const { prepare } = await import('./parts/prepare.mjs');
const { inProject } = await import('./parts/project.mjs');

loadEnvironment();
await prepare({ serve: false, commandLine: true });

// `npm run` moves to the project's folder; files named on the command line are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(inProject('build/cli/main.js')).href);
