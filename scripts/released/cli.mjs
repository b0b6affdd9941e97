import { pathToFileURL } from 'node:url';
import { loadEnvironment } from '../parts/environment.mjs';
import { inProject } from '../parts/project.mjs';
import { sayReleased } from './say-released.mjs';

sayReleased();
loadEnvironment();
await import(pathToFileURL(inProject('build/cli/main.js')).href);
