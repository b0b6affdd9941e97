const systems = { android: /android/, darwin: /darwin/, win32: /win32|windows/, freebsd: /freebsd/, linux: /linux/ };
const processors = { arm64: /arm64/, x64: /x64/, ia32: /ia32/, arm: /arm-/, wasm32: /wasm32/ };

/** The optional packages that others ask for and the lock file does not hold: `{ path, entry }` to add. */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => placeOf(lock.packages, path, name) === null)
      .map(([name, version]) => ({ path: `node_modules/${name}`, entry: stub(name, version, dev) })),
  );
}

/** The lock file with them, in npm's own order. */
export function withPlatforms(lock, missing) {
  const packages = { ...lock.packages, ...Object.fromEntries(missing.map(({ path, entry }) => [path, entry])) };
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * The lock file without the packages of these names and what only they ask for. npm has no word for an optional package that
 * nobody wants; it goes by what the lock file says of whoever asks for it.
 */
export function withoutOptional(lock, unwanted) {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([path, entry]) => [path, notAsking(entry, unwanted)]),
  );
  const asked = new Set();
  const follow = (path) => {
    if (asked.has(path)) return;
    asked.add(path);
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = packages[path];
    const names = { ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies };
    for (const name of Object.keys(names)) {
      const held = placeOf(packages, path, name);
      if (held !== null) follow(held);
    }
  };
  follow('');
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).filter(([path]) => asked.has(path))) };
}

function notAsking({ optionalDependencies, ...entry }, unwanted) {
  const kept = Object.entries(optionalDependencies ?? {}).filter(([name]) => !unwanted.includes(name));
  return kept.length === 0 ? entry : { ...entry, optionalDependencies: Object.fromEntries(kept) };
}

/** Where a package finds another, or null: npm looks from the asking package upwards, folder by folder. */
export function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (at === '' || !at.includes('/node_modules/')) {
      return packages[`node_modules/${name}`] === undefined ? null : `node_modules/${name}`;
    }
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
