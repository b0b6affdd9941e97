// A registry that serves only this platform's packages leaves holes in the lock file; `npm ci` refuses such a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatforms, withoutOptional, withPlatforms } from './parts/lock-file.mjs';
import { inProject, say } from './parts/project.mjs';

const file = inProject('package-lock.json');
// Next makes pictures smaller with it, which next.config.mjs switches off: 30 MB for nothing.
const lock = withoutOptional(JSON.parse(readFileSync(file, 'utf8')), ['sharp']);
const missing = missingPlatforms(lock);
writeFileSync(file, `${JSON.stringify(withPlatforms(lock, missing), null, 2)}\n`);
say(`Added ${missing.length} platform packages to package-lock.json.`);
