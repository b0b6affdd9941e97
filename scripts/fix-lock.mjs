// Adds the optional platform packages that this registry did not serve, so that `npm ci` accepts the lock file.
import { readFileSync, writeFileSync } from 'node:fs';

const f = 'package-lock.json',
  lock = JSON.parse(readFileSync(f, 'utf8')),
  p = lock.packages;
const find = (from, name) => {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    const k = (at ? at + '/' : '') + 'node_modules/' + name;
    if (p[k]) return k;
    if (!at) return;
  }
};
let n = 0;
for (const [k, v] of Object.entries({ ...p }))
  for (const [name, range] of Object.entries(v.optionalDependencies ?? {})) {
    if (find(k, name)) continue;
    if (!/^\d/.test(range)) {
      console.warn('not pinned:', name, range);
      continue;
    }
    const os = /android/.test(name)
      ? 'android'
      : /darwin/.test(name)
        ? 'darwin'
        : /win32|windows/.test(name)
          ? 'win32'
          : /freebsd/.test(name)
            ? 'freebsd'
            : /linux/.test(name)
              ? 'linux'
              : undefined;
    const cpu = /arm64/.test(name)
      ? 'arm64'
      : /x64/.test(name)
        ? 'x64'
        : /ia32/.test(name)
          ? 'ia32'
          : /arm-/.test(name)
            ? 'arm'
            : /wasm32/.test(name)
              ? 'wasm32'
              : undefined;
    p['node_modules/' + name] = {
      version: range,
      ...(cpu && { cpu: [cpu] }),
      ...(v.dev && { dev: true }),
      optional: true,
      ...(os && { os: [os] }),
    };
    n++;
  }
lock.packages = Object.fromEntries(Object.entries(p).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(f, JSON.stringify(lock, null, 2) + '\n');
console.log('added', n);
