import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './parts/node-version.mjs';

const { prepare } = await import('./parts/prepare.mjs');
await prepare({ dev: true, commandLine: true });

const { inProject, say } = await import('./parts/project.mjs');
const { commitTime } = await import('./parts/release/commit-time.mjs');
const { packagesInside } = await import('./parts/release/inside.mjs');
const { layOut } = await import('./parts/release/lay-out.mjs');
const { thirdPartyLicences } = await import('./parts/release/licences.mjs');
const { pack } = await import('./parts/release/pack.mjs');
const { otherPlatforms } = await import('./parts/release/platforms.mjs');
const { sbomOf } = await import('./parts/release/sbom.mjs');

const jsonOf = (name) => JSON.parse(readFileSync(inProject(name), 'utf8'));
const [product, lock, at] = [jsonOf('package.json'), jsonOf('package-lock.json'), await commitTime()];
const folder = inProject('release', `${product.name}-${product.version}`);

const others = await otherPlatforms(lock);
say('Laying out the release …');
await layOut(folder, { product, others });
const sources = (path) =>
  others.names.some((name) => path.endsWith(name)) ? join(others.folder, path) : inProject(path);
const packages = await packagesInside(folder, { lock, sources });
const sbom = sbomOf(packages, { product, lock, at });
for (const place of [folder, inProject('release')]) writeFileSync(join(place, 'sbom.cdx.json'), sbom, { mode: 0o644 });
writeFileSync(join(folder, 'THIRD-PARTY-LICENCES'), thirdPartyLicences(packages, folder), { mode: 0o644 });
const file = await pack(folder, at);
say(`${file}\n${(statSync(file).size / 1e6).toFixed(1)} MB packed, ${packages.length} packages of others inside.`);
