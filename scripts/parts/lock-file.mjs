const systems = { android: /android/, darwin: /darwin/, win32: /win32|windows/, freebsd: /freebsd/, linux: /linux/ };
const processors = { arm64: /arm64/, x64: /x64/, ia32: /ia32/, arm: /arm-/, wasm32: /wasm32/ };

/** The optional packages that others ask for and the lock file does not hold: `{ path, entry }` to add. */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isHeld(lock.packages, path, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, entry: stub(name, version, dev) })),
  );
}

/** The lock file with them, in npm's own order. */
export function withPlatforms(lock, missing) {
  const packages = { ...lock.packages, ...Object.fromEntries(missing.map(({ path, entry }) => [path, entry])) };
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

// npm looks from the asking package upwards, folder by folder.
function isHeld(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '' || !at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

function stub(name, version, dev) {
  if (!/^\d/.test(version))
    throw new Error(`${name} ${version} is no exact version: install it, so that npm resolves it`);
  const nameOf = (table) => Object.keys(table).find((key) => table[key].test(name));
  const os = nameOf(systems);
  const cpu = nameOf(processors);
  return { version, ...(cpu && { cpu: [cpu] }), ...(dev && { dev }), optional: true, ...(os && { os: [os] }) };
}
