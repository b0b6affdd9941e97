// A registry that serves only this platform's packages leaves holes in the lock file; `npm ci` refuses such a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatforms, withPlatforms } from './parts/lock-file.mjs';
import { inProject, say } from './parts/project.mjs';

const file = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPlatforms(lock);
writeFileSync(file, `${JSON.stringify(withPlatforms(lock, missing), null, 2)}\n`);
say(`Added ${missing.length} platform packages to package-lock.json.`);
